import Messaging

/// Writes down what restorations did, for figures.
struct RestorationFollower: CaseFollower {
  func follow(_ changes: [CaseChange], work: UnitOfWork) async throws {
    try await RestorationStore.insert(changes.flatMap { $0.news.map(\.event) }, on: work.connection)
  }
}
