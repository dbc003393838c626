import Messaging

/// Takes requests for messages in: they wait, still sealed, for a worker.
struct TakeMessages: Sendable {
  func callAsFunction(_ rows: [MessageRow], work: UnitOfWork) async throws {
    guard !rows.isEmpty else { return }
    _ = try await MessageStore.lock(petitions: rows.map(\.petitionId), on: work.connection)
    try await MessageStore.insert(rows, on: work.connection)
  }
}
