import Contracts
import FoundationEssentials

/// Has an expert of the panel stand back; the next in the order of the draw takes the place, and both parties confirm
/// anew.
struct ReplaceExpert: DrawStep {
  static let name = "replace"

  var expertNumber: String
  var reason: ExpertReplacement

  init(
    expertNumber: String, reason: ExpertReplacement
  ) {
    self.expertNumber = expertNumber
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    expertNumber = try fields.string("expertNumber")
    reason = try fields.code("reason")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("expertNumber", expertNumber)
    object.set("reason", code: reason)
    return .object(object)
  }

  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload] {
    try draw.require(.drawn, .confirmed, for: Self.name)
    guard let index = draw.file.drawn.firstIndex(where: { $0.expertNumber == expertNumber && $0.passedOver == nil })
    else { throw .notOnPanel(expertNumber) }
    guard !draw.file.opinions.contains(where: { $0.expertNumber == expertNumber }) else {
      throw .opinionGiven(expertNumber)
    }
    let next = draw.file.drawn.count
    guard next < draw.file.order.count else { throw .poolExhausted }
    draw.file.drawn[index].passedOver = reason
    let replacement = draw.file.order[next]
    draw.file.drawn.append(DrawnExpert(rank: next + 1, expertNumber: replacement))
    draw.file.confirmations = []
    draw.file.confirmedAt = nil
    draw.status = .drawn
    return [
      ExpertReplaced(
        drawId: draw.id, region: draw.region, at: circumstances.now, caseIds: draw.caseIds.map(\.lowercased),
        expertNumber: expertNumber, reason: reason, replacement: replacement)
    ]
  }
}
