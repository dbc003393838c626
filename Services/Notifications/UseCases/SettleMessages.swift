import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Writes down what became of messages and tells `petitions`, with the proof.
struct SettleMessages: Sendable {
  /// - Parameter lease: under which they were taken; what another worker has taken since is left to it.
  /// - Returns: those that were still ours.
  func callAsFunction(_ results: [MessageResult], lease: UUID, work: UnitOfWork) async throws -> [MessageResult] {
    var sequences = try await MessageStore.lock(petitions: results.map(\.message.petitionId), on: work.connection)
    let held = try await MessageStore.held(results.map(\.message.id), lease: lease, on: work.connection)
    let own = results.filter { held.contains($0.message.id) }
    let now = Date()
    for result in own {
      guard let event = result.event(at: now) else { continue }
      let sequence = sequences[result.message.petitionId, default: 0] + 1
      sequences[result.message.petitionId] = sequence
      work.emit(Announcements.outbound(event, sequence: sequence, cause: result.message.cause))
      work.record(
        AuditEntry(
          actor: "notifications",
          action: result.receipt == nil ? "notification.failed" : "notification.delivered",
          subject: result.message.id.lowercased, cause: result.message.cause.id))
    }
    _ = try await work.connection.pipeline(MessageStore.settle(own) + [MessageStore.count(sequences)])
    return own
  }
}
