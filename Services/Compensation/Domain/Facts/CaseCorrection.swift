import Contracts
import FoundationEssentials

/// A fact that a case rests on and that does not stand, as the case keeps it.
struct CaseCorrection: JSONConvertible {
  /// What was told, such as ``PenaltyRecord/filed``.
  let kind: String
  let source: String
  /// The sender's number of the fact.
  let factId: String
  let reason: CorrectionReason
  /// What holds instead.
  let factCodes: [String]
  let at: Date

  static let inspection = "inspection.recorded"

  init(_ correction: FactCorrection, of kind: String) {
    self.kind = kind
    source = correction.fact.source
    factId = correction.fact.factId
    reason = correction.reason
    factCodes = correction.factCodes
    at = correction.at
  }

  init(fields: JSONFields) throws(ContractViolation) {
    kind = try fields.string("kind")
    source = try fields.string("source")
    factId = try fields.string("factId")
    reason = try fields.code("reason")
    factCodes = try fields.strings("factCodes", maximum: 32)
    at = try fields.instant("at")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("kind", kind)
    object.set("source", source)
    object.set("factId", factId)
    object.set("reason", code: reason)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    object.set("at", at)
    return .object(object)
  }

  /// Whether nothing of the fact is left. One whose content was wrong still says that something was found.
  var isWithdrawal: Bool { reason != .wrongContent || factCodes.isEmpty }
}
