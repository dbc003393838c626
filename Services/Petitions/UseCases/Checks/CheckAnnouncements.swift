import Contracts
import FoundationEssentials
import Messaging

/// Puts what happened to monthly checks on the topic.
enum CheckAnnouncements {
  static func emit(_ event: some EventPayload, sequence: Int64, of check: MonthlyCheck, work: UnitOfWork) {
    let cause = Cause(id: "monthly-check:\(check.id.lowercased):\(sequence)", correlation: check.id.lowercased)
    work.emit(PetitionAnnouncements.outbound(event, on: .petitions, sequence: sequence, cause: cause))
  }

  /// Tells that every case was looked at.
  static func complete(_ check: inout MonthlyCheck, _ cases: [CheckedCase], work: UnitOfWork) {
    check.status = .completed
    check.sequence += 1
    let passed = cases.count { $0.passed == true }
    emit(
      MonthlyCheckCompleted(
        checkId: check.id, region: check.region, month: check.month, at: work.now, drawn: cases.count, passed: passed,
        failed: cases.count - passed), sequence: check.sequence, of: check, work: work)
  }
}
