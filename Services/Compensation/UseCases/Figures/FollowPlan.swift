import Civics
import Contracts
import Postgres
import ServiceKit

/// How far the tasks of a plan are: what the cases of its year say, by county and department.
struct FollowPlan: Sendable {
  let compile: CompileCaseFigures

  func callAsFunction(_ plan: AnnualPlan, on connection: PostgresConnection) async throws -> [TaskProgress] {
    guard let period = FigurePeriod(String(plan.year)) else { return [] }
    var known: [String?: [String: CaseFigureReport.Group]] = [:]
    var progress: [TaskProgress] = []
    for task in plan.tasks {
      if known[task.department] == nil {
        var question = CaseFigureQuestion(period: period, regions: [plan.region], department: task.department)
        question.grouping = .region(digits: 6)
        let groups = try await compile(question, on: connection).groups.dropFirst()
        known[task.department] = Dictionary(groups.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
      }
      let done = known[task.department]?[task.region].map { TaskProgress.done(task.measure, $0) } ?? 0
      progress.append(TaskProgress(task: task, done: done))
    }
    return progress
  }
}
