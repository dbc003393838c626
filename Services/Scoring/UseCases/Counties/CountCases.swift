import Contracts
import Messaging

/// Keeps what compensation tells of cases, for the scores of counties.
struct CountCases: Sendable {
  func callAsFunction(_ cases: [CountyCase], work: UnitOfWork) async throws {
    // One statement takes a case once.
    var merged: [CountyCase] = []
    for one in cases {
      guard let index = merged.firstIndex(where: { $0.caseId == one.caseId }) else {
        merged.append(one)
        continue
      }
      merged[index].clueSource = merged[index].clueSource ?? one.clueSource
      merged[index].clueAt = merged[index].clueAt ?? one.clueAt
      merged[index].closedAt = merged[index].closedAt ?? one.closedAt
      merged[index].outcome = merged[index].outcome ?? one.outcome
    }
    try await CountyStore.add(merged, on: work.connection)
  }
}
