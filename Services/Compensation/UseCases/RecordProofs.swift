import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Records the service of notices by what the notifications service proves (送达回证): staff enter only what it does not bring.
struct RecordProofs: Sendable {
  let rules: RuleBook
  let cases: CaseStore
  let write: CaseWriter

  func callAsFunction(_ told: [(proof: NoticeProof, cause: Cause)], work: UnitOfWork) async throws {
    guard !told.isEmpty else { return }
    let inForce = CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let locked = try await cases.lock(Array(Set(told.map(\.proof.caseId))), on: work.connection)
    try await write(
      try locked.map { before in
        var change = CaseChange(
          before: before, compensation: before,
          cause: Cause(id: before.id.lowercased, correlation: before.correlation))
        for (proof, cause) in told where proof.caseId == before.id {
          let served = try change.compensation.take(proof, rules: inForce, at: work.now)
          note(proof, served, cause, in: &change)
        }
        return change
      }, work: work)
  }

  private func note(
    _ proof: NoticeProof, _ served: CompensationNoticeServed?, _ told: Cause, in change: inout CaseChange
  ) {
    if let served {
      change.cause = Cause(id: told.id, correlation: change.cause.correlation, traceParent: told.traceParent)
      change.news.append(.init(event: served, cause: change.cause))
      change.lines.append(.init(step: "notice-served", actor: "notifications", detail: served.json))
    } else if case .failed(let failure) = proof.kind,
      change.compensation.file.company.notices.contains(where: { $0.number == proof.number && $0.servedAt == nil })
    {
      var detail = JSONObject()
      detail.set("noticeNumber", proof.number)
      detail.set("failure", code: failure)
      change.cause = Cause(id: told.id, correlation: change.cause.correlation, traceParent: told.traceParent)
      change.lines.append(.init(step: "notice-not-delivered", actor: "notifications", detail: .object(detail)))
    }
  }
}
