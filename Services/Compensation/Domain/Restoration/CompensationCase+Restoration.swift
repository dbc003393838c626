import Contracts
import FoundationEssentials

extension CompensationCase {
  /// The id of the case's restoration: it follows from the case.
  var projectId: UUID { Clue.id("restoration", id.lowercased) }

  /// Plans what the agreement says is done in kind; like measures are one.
  mutating func planRestoration(_ measures: [RestorationMeasure], by performer: RestorationPerformer) {
    guard !measures.isEmpty else {
      file.settlement.project = nil
      return
    }
    file.settlement.project = RestorationProject(id: projectId, performer: performer, measures: measures)
  }

  /// The restoration under way: begun, and not found done.
  func runningProject() throws(CompensationError) -> RestorationProject {
    guard let project = file.settlement.project else { throw .settlement(.first("sign-agreement with measures")) }
    guard project.startedAt != nil else { throw .settlement(.first("start-performance")) }
    guard project.completedAt == nil else { throw .settlement(.doneBefore("the restoration was found done")) }
    return project
  }
}
