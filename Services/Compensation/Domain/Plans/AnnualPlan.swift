import Contracts
import FoundationEssentials

/// The yearly plan with its tasks for each county and department (年度任务分解表). One issued anew is another version.
struct AnnualPlan: Sendable {
  /// The bureau whose plan it is (GB/T 2260).
  let region: String
  let year: Int
  let version: Int
  let tasks: [PlanTask]
  let at: Date
  let by: String

  var event: AnnualPlanIssued {
    AnnualPlanIssued(region: region, year: year, version: version, at: at, tasks: tasks)
  }
}
