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
  ///
  /// What counts is when the bank had the money, not when it was read here: an obligor who paid in time is not late because
  /// the bank's message was.
  /// - Parameter paidAt: when the money that makes the difference was received; absent means now.
  /// - Returns: an event for each that is newly covered.
  mutating func settleInstalments(received: Int64, paidAt: Date? = nil, at now: Date) -> [any EventPayload] {
    guard var agreement = file.settlement.agreement else { return [] }
    // Nothing is performed before it is agreed, and money told of out of order covers nothing before the latest came.
    let paidAt = max(paidAt ?? now, file.lastPaidAt ?? agreement.signedAt, agreement.signedAt)
    var events: [any EventPayload] = []
    var through: Int64 = 0
    for index in agreement.instalments.indices {
      let part = agreement.instalments[index]
      through &+= part.amountFen
      guard part.paidAt == nil else { continue }
      guard received >= through else { break }
      agreement.instalments[index].paidAt = paidAt
      for clock in file.deadlines.indices
      where file.deadlines[clock].kind == .instalment && file.deadlines[clock].dueDate.due == part.due {
        file.deadlines[clock].metAt = file.deadlines[clock].metAt ?? paidAt
      }
      events.append(
        InstalmentPaid(
          caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
          batchId: file.settlement.batchId, agreementNumber: agreement.agreementNumber, instalment: part.instalment,
          late: paidAt >= part.due, outstandingFen: agreement.outstandingFen(received: received)))
    }
    file.settlement.agreement = agreement
    meetPerformance()
    return events
  }

  /// Whether everything that was agreed is done: every instalment paid, the restoration found to meet its goals.
  var isPerformed: Bool {
    guard let agreement = file.settlement.agreement else { return false }
    return agreement.instalments.allSatisfy { $0.paidAt != nil }
      && (file.settlement.project.map { $0.metAt != nil } ?? true)
  }

  /// Notes that what was agreed is done: its clock when the work is, the duty itself when its goals are met too. Without
  /// it there is no leniency in the penalty case. Both were done when the last part of them was.
  mutating func meetPerformance() {
    guard let agreement = file.settlement.agreement else { return }
    let paid = agreement.instalments.compactMap(\.paidAt)
    let project = file.settlement.project
    guard paid.count == agreement.instalments.count, project.map({ $0.completedAt != nil }) ?? true,
      let done = (paid + [project?.completedAt].compactMap { $0 }).max()
    else { return }
    meet(.performance, at: done)
    guard isPerformed else { return }
    file.performedAt = file.performedAt ?? max(done, project?.metAt ?? done)
  }
}
