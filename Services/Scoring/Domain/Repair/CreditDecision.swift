import Civics
import Contracts
import FoundationEssentials

/// A decision as staff enter it.
struct CreditDecision: JSONConvertible {
  let outcome: CreditCaseOutcome
  /// The number of the document.
  let document: String?
  /// The entries that count no longer; absent means what follows from the outcome: all of them, or none.
  let withdrawn: [EntryReference]
  /// What holds instead after a change, as codes of the packs.
  let newFactCodes: [String]
  /// When a judgment was served (送达): the time to appeal runs from then; absent means now.
  let servedAt: Date?
  /// In words of staff; names and numbers that slipped in are masked.
  let reason: String

  init(fields: JSONFields) throws(ContractViolation) {
    outcome = try fields.code("outcome")
    document = try fields.optionalString("document")
    withdrawn = try fields.objects("withdrawn", maximum: 32)
    newFactCodes = try fields.strings("newFactCodes", maximum: 32)
    servedAt = try fields.optionalInstant("servedAt")
    reason = TextMask.mask(try fields.text("reason", limit: 4096)).text
  }

  var json: JSON {
    var object = JSONObject()
    object.set("outcome", code: outcome)
    object.set("document", document)
    object.set("withdrawn", withdrawn.isEmpty ? nil : withdrawn)
    object.set("newFactCodes", newFactCodes.isEmpty ? nil : newFactCodes)
    object.set("servedAt", servedAt)
    object.set("reason", reason)
    return .object(object)
  }

  /// The outcomes that a kind of case can have.
  static func outcomes(of kind: CreditCaseKind) -> [CreditCaseOutcome] {
    switch kind {
    case .repair, .objection: [.granted, .partlyGranted, .rejected]
    case .administrativeReview, .litigation: [.revoked, .changed, .unlawful, .upheld, .terminated]
    }
  }

  /// The entries that this outcome withdraws from those the case is about.
  func withdrawn(from entries: [EntryReference]) throws(CreditError) -> [UUID] {
    let named = withdrawn.map(\.entryId)
    let all = entries.map(\.entryId)
    guard Set(named).isSubset(of: all) else {
      throw .invalid(field: "body.withdrawn", reason: "the case is not about one of these entries")
    }
    switch outcome {
    case .granted, .revoked, .changed: return named.isEmpty ? all : named
    case .partlyGranted:
      guard !named.isEmpty else {
        throw .invalid(field: "body.withdrawn", reason: "a part that is granted must be named")
      }
      return named
    case .unlawful: return named
    case .rejected, .upheld, .terminated:
      guard named.isEmpty else {
        throw .invalid(field: "body.withdrawn", reason: "nothing is withdrawn by \(outcome.rawValue)")
      }
      return []
    }
  }
}
