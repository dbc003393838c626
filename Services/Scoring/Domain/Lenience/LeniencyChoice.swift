import Civics
import Contracts

/// What somebody decides within an assessment.
struct LeniencyChoice: JSONConvertible {
  let decision: PenaltyDecisionKind
  /// The fine; given when the decision is a fine.
  let fineFen: Int64?
  /// Why just that, in words of staff.
  let reason: String

  init(fields: JSONFields) throws(ContractViolation) {
    decision = try fields.code("decision")
    fineFen = try fields.optionalFen("fineFen", minimum: 1)
    reason = try fields.text("reason", limit: 4096)
    guard (decision == .fine) == (fineFen != nil) else {
      throw fields.violation(
        decision == .fine ? .fieldMissing : .fieldFormat, "fineFen", "A fine has an amount, and nothing else has.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("decision", code: decision)
    object.set("fineFen", fineFen)
    object.set("reason", reason)
    return .object(object)
  }

  /// Whether an assessment allows it: an amount from the lowest to the highest, or no penalty where it may be waived. A
  /// penalty of another kind is no fine, and none where the law forbids every one.
  func isAllowed(by result: LeniencyResult) -> Bool {
    let mayWaive = result.verdict == .noPenaltyRequired || result.verdict == .noPenaltyAllowed
    guard let fineFen else { return decision == .noPenalty ? mayWaive : result.verdict != .noPenaltyRequired }
    return result.lowest.fen <= fineFen && fineFen <= result.highest.fen
  }

  /// Whether it makes use of leniency.
  func isLenient(_ result: LeniencyResult) -> Bool {
    decision == .noPenalty || fineFen.map { $0 < result.range.discretion.fen } ?? false
  }

  /// The fine as an exact share of what the discretion table gave: 34,000 of 60,000 is 17/30.
  func share(of result: LeniencyResult) -> Ratio? {
    guard let fineFen else { return nil }
    return try? Ratio(Int(fineFen), over: result.range.discretion.fen)
  }
}
