import Contracts
import FoundationEssentials

/// Closes a case (结案): how it ended, whether the duty was performed, and by what.
struct Close: CaseStep {
  static let name = StepName.close

  var outcome: CompensationOutcome
  var performed: Bool
  var modes: [RestorationMode]
  /// The amount fixed, in fen.
  var amountFen: Int64?

  init(outcome: CompensationOutcome, performed: Bool, modes: [RestorationMode] = [], amountFen: Int64? = nil) {
    self.outcome = outcome
    self.performed = performed
    self.modes = modes
    self.amountFen = amountFen
  }

  init(fields: JSONFields) throws(ContractViolation) {
    outcome = try fields.code("outcome")
    performed = try fields.bool("performed")
    modes = try fields.codes("modes", maximum: 16)
    amountFen = try fields.optionalFen("amountFen")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("outcome", code: outcome)
    object.set("performed", performed)
    object.set("modes", codes: modes)
    object.set("amountFen", amountFen)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    try checkOutcome()
    try checkMoney(circumstances)
    try checkAgreement(compensation)
    return [
      try compensation.close(
        as: outcome, performed: performed, modes: modes, amountFen: amountFen, in: circumstances)
    ]
  }

  /// Whether the duty was performed decides on leniency in the penalty case, so it must fit the outcome.
  private func checkOutcome() throws(CompensationError) {
    switch outcome {
    case .performed where !performed:
      throw .invalid(field: "body.performed", reason: "the outcome says that the obligor performed")
    case .terminated:
      throw .invalid(field: "body.outcome", reason: "a case without performance is ended with terminate")
    case .performed where modes.isEmpty:
      throw .invalid(field: "body.modes", reason: "say how the damage was made good")
    default: return
    }
  }

  /// What was agreed is done: every instalment paid, the restoration's goals met.
  private func checkAgreement(_ compensation: CompensationCase) throws(CompensationError) {
    guard outcome == .performed, compensation.file.settlement.agreement != nil, !compensation.isPerformed else {
      return
    }
    throw .settlement(.first("every instalment paid, and a restoration whose goals are found met"))
  }

  /// Money that is said to be paid is on the account (收得回).
  private func checkMoney(_ circumstances: Circumstances) throws(CompensationError) {
    guard performed, modes.contains(.money) else { return }
    guard let amountFen, amountFen > 0 else {
      throw .invalid(field: "body.amountFen", reason: "say how much was paid")
    }
    guard circumstances.receivedFen >= amountFen else {
      throw .notPaid(amountFen: amountFen, receivedFen: circumstances.receivedFen)
    }
  }
}
