import Contracts
import FoundationEssentials
import Messaging

/// Takes double-random inspections that enforcement told of as the results of the draws they were drawn in. The facts are
/// in the ledger already.
struct MatchResults: Sendable {
  let record: RecordResult

  func callAsFunction(_ inspections: [InspectionRecorded], work: UnitOfWork) async throws {
    let drawn = inspections.filter { $0.kind == .doubleRandom }
    guard !drawn.isEmpty else { return }
    var open = try await AssignmentStore.open(
      subjects: Set(drawn.map(\.subjectKey)).sorted(), on: work.connection)
    for inspection in drawn.sorted(by: { $0.inspectedAt < $1.inspectedAt }) {
      guard
        let index = open.firstIndex(where: {
          $0.assignment.subject == inspection.subjectKey && $0.drawnAt <= inspection.inspectedAt
        })
      else { continue }
      var assignment = open.remove(at: index).assignment
      assignment.result = try record.result(
        number: inspection.inspectionNumber, at: inspection.inspectedAt, onSite: inspection.onSite,
        problems: inspection.problems, codes: inspection.factCodes.map(FactCode.normal), by: "scoring")
      try await record.keep(assignment, work: work)
    }
  }
}
