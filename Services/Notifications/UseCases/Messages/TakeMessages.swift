import Messaging

/// Takes messages in: they wait, contact data still sealed, for a worker or for staff.
struct TakeMessages: Sendable {
  func callAsFunction(_ drafts: [MessageDraft], work: UnitOfWork) async throws {
    try await MessageStore.insert(drafts, work: work)
  }
}
