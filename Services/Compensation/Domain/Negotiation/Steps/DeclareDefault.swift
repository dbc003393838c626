import Contracts
import FoundationEssentials

/// Finds that an agreement is not performed: it is enforced where a court confirmed it, and else sued on.
struct DeclareDefault: CaseStep {
  static let name = StepName.declareDefault

  /// What was not done, in words.
  var words: String?

  init(
    words: String? = nil
  ) {
    self.words = words
  }

  init(fields: JSONFields) throws(ContractViolation) {
    words = try fields.optionalText("words", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("words", words)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var agreement = try compensation.signedAgreement()
    guard agreement.defaultedAt == nil else { throw .settlement(.doneBefore("the agreement was found in default")) }
    let missed = compensation.file.deadlines.filter {
      ($0.kind == .instalment || $0.kind == .performance) && $0.metAt == nil && $0.dueDate.due <= circumstances.now
    }.min { $0.dueDate.due < $1.dueDate.due }
    guard let missed else {
      throw .invalid(field: "body", reason: "nothing that was agreed is overdue")
    }
    agreement.defaultedAt = circumstances.now
    compensation.file.settlement.agreement = agreement
    if compensation.status == .agreed { try compensation.enter(.performing, in: circumstances) }
    return [
      AgreementDefaulted(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
        agreementNumber: agreement.agreementNumber, enforceable: agreement.isConfirmed,
        outstandingFen: agreement.outstandingFen(received: circumstances.receivedFen), missed: missed.dueDate)
    ]
  }
}
