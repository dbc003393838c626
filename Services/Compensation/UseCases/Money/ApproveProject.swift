import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Enters a project that was approved: money of the account may be spent on it.
struct ApproveProject: Sendable {
  func callAsFunction(_ form: ProjectForm, by caller: Caller, work: UnitOfWork) async throws -> FundProject {
    let id = UUID()
    let written = CaseNumber(id: id, region: form.region, opened: ShanghaiTime.day(of: work.now)).text
    let project = try await ProjectStore.insert(
      FundProject(id: id, number: "F" + written.dropFirst(), form: form, updatedAt: work.now), on: work.connection)
    MoneyAnnouncements.emit(
      FundProjectApproved(
        projectId: id, projectNumber: project.number, region: form.region, at: work.now, category: form.category,
        budgetFen: form.budgetFen), sequence: project.version,
      cause: Cause(id: "project:\(id.lowercased):1", correlation: id.lowercased, traceParent: caller.traceParent),
      work: work)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "project.approved", subject: id.lowercased, cause: caller.requestId,
        detail: form.json.bytes))
    return project
  }
}
