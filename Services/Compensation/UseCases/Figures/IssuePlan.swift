import Contracts
import FoundationEssentials
import Messaging

/// Issues the yearly plan (年度任务分解表), or issues it anew.
struct IssuePlan: Sendable {
  /// - Parameter authorise: throws when the caller may not replace the plan that there is; nil when there is none.
  func callAsFunction(
    _ form: PlanForm, for region: String, year: Int, by caller: Caller, work: UnitOfWork,
    authorise: (AnnualPlan?) throws -> Void
  ) async throws -> AnnualPlan {
    try await PlanStore.hold(region, year: year, on: work.connection)
    let before = try await PlanStore.find(region, year: year, on: work.connection)
    try authorise(before)
    let plan = AnnualPlan(
      region: region, year: year, version: (before?.version ?? 0) + 1, tasks: form.tasks, at: work.now,
      by: caller.subject)
    try await PlanStore.insert(plan, on: work.connection)
    MoneyAnnouncements.emit(
      plan.event, sequence: Int64(plan.version),
      cause: Cause(
        id: "annual-plan:\(region):\(year):\(plan.version)", correlation: "annual-plan:\(region):\(year)",
        traceParent: caller.traceParent), work: work)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "plan.issued", subject: "\(region) \(year)", cause: caller.requestId,
        detail: form.json.bytes))
    return plan
  }
}
