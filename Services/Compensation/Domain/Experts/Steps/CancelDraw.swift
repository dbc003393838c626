import Civics
import Contracts
import FoundationEssentials

/// Gives a draw up; another may be opened.
struct CancelDraw: DrawStep {
  static let name = "cancel"

  /// Why, in words.
  var reason: String

  init(
    reason: String
  ) {
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.text("reason", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reason", reason)
    return .object(object)
  }

  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload] {
    try draw.require(.committed, .poolFixed, .drawn, .confirmed, for: Self.name)
    // The reason goes out to whoever subscribes, so the second net masks what slipped in.
    let reason = TextMask.mask(reason).text
    draw.status = .cancelled
    draw.file.cancelled = reason
    return [
      ExpertDrawCancelled(
        drawId: draw.id, region: draw.region, at: circumstances.now, caseIds: draw.caseIds.map(\.lowercased),
        reason: reason)
    ]
  }
}
