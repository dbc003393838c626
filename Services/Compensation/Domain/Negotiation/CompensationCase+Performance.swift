import Contracts
import FoundationEssentials

extension CompensationCase {
  /// The agreement that was signed.
  func signedAgreement() throws(CompensationError) -> Agreement {
    guard let agreement = file.settlement.agreement else { throw .settlement(.first("sign-agreement")) }
    return agreement
  }

  /// Starts the clocks of what was agreed; those of an earlier version that are not met go.
  mutating func startPerformanceClocks(of agreement: Agreement, rules: CompensationRules) {
    file.deadlines.removeAll { $0.kind.isAgreed && $0.isOpen }
    for part in agreement.instalments where part.paidAt == nil {
      file.deadlines.append(
        rules.agreed(
          .instalment, from: agreement.signedAt, to: part.due, by: "赔偿协议\(agreement.agreementNumber)第\(part.number)期"))
    }
    file.deadlines.append(
      rules.agreed(
        .performance, from: agreement.signedAt, to: agreement.performBy, by: "赔偿协议\(agreement.agreementNumber)"))
  }

  /// Notes which instalments are covered by all that was received, in their order; money that came before the agreement
  /// counts too.
  /// - Returns: an event for each that is newly covered.
  mutating func settleInstalments(received: Int64, at now: Date) -> [any EventPayload] {
    guard var agreement = file.settlement.agreement else { return [] }
    var events: [any EventPayload] = []
    var through: Int64 = 0
    for index in agreement.instalments.indices {
      let part = agreement.instalments[index]
      through &+= part.amountFen
      guard part.paidAt == nil else { continue }
      guard received >= through else { break }
      agreement.instalments[index].paidAt = now
      for clock in file.deadlines.indices
      where file.deadlines[clock].kind == .instalment && file.deadlines[clock].dueDate.due == part.due {
        file.deadlines[clock].metAt = file.deadlines[clock].metAt ?? now
      }
      events.append(
        InstalmentPaid(
          caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
          batchId: file.settlement.batchId, agreementNumber: agreement.agreementNumber, instalment: part.instalment,
          late: now >= part.due, outstandingFen: agreement.outstandingFen(received: received)))
    }
    file.settlement.agreement = agreement
    meetPerformance(at: now)
    return events
  }

  /// Whether everything that was agreed is done: every instalment paid, the restoration found to meet its goals.
  var isPerformed: Bool {
    guard let agreement = file.settlement.agreement else { return false }
    return agreement.instalments.allSatisfy { $0.paidAt != nil }
      && (file.settlement.project.map { $0.metAt != nil } ?? true)
  }

  /// Notes that what was agreed is done: its clock when the work is, the duty itself when its goals are met too. Without
  /// it there is no leniency in the penalty case.
  mutating func meetPerformance(at now: Date) {
    guard let agreement = file.settlement.agreement,
      agreement.instalments.allSatisfy({ $0.paidAt != nil }),
      file.settlement.project.map({ $0.completedAt != nil }) ?? true
    else { return }
    meet(.performance, at: now)
    if isPerformed { file.performedAt = file.performedAt ?? now }
  }
}
