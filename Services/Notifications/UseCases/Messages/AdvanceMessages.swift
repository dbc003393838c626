import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// What time does to messages: those held back go out, those nobody acknowledged go to the next channel, those staff
/// have had too long are over.
struct AdvanceMessages: Sendable {
  let policy: @Sendable () throws -> MessagePolicy
  let settle: SettleMessages

  /// Lets lines go whose instant has come.
  func release(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    try await work.connection.execute(MessageStore.advance(lines: timers.map(\.subject)))
  }

  /// Gives messages that nobody acknowledged to their next channel.
  func escalate(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    try await move(timers, from: "delivered", work: work) { result in
      guard result.draft.wantsAcknowledgement, result.course.next != nil else { return false }
      result.failure = "not-acknowledged"
      result.fall(because: .unreachable)
      result.end = .waiting(.zero)
      return true
    }
  }

  /// Ends messages that lay with staff until their time was over.
  func expire(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    try await move(timers, from: "by-hand", work: work) { result in
      result.end = .failed(.expired)
      return true
    }
  }

  private func move(
    _ timers: [DurableTimer], from status: String, work: UnitOfWork, _ change: (inout MessageResult) -> Bool
  ) async throws {
    let ids = timers.compactMap { UUID(text: $0.subject) }
    let keys = try await MessageStore.recordKeys(of: ids, on: work.connection)
    var sequences = try await MessageStore.lock(subjects: keys, on: work.connection)
    let results = try await MessageStore.lock(ids, status: status, on: work.connection).compactMap { row in
      var result = MessageResult(row)
      return change(&result) ? result : nil
    }
    try await settle.settle(results, sequences: &sequences, policy: try policy(), work: work)
  }
}
