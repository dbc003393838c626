/// What an operator does to hold messages back for a while, and to let them go on. Every replica follows within a second or
/// two; a batch under way is finished.
public struct Pauses: Sendable {
  private let runner: UnitOfWorkRunner

  public init(runner: UnitOfWorkRunner) {
    self.runner = runner
  }

  /// All that is held back, the oldest first.
  public func list() async throws -> [Pause] {
    try await runner.read { try await PauseStore.all(on: $0) }
  }

  /// Holds back; audited.
  /// - Returns: false when it was held back already: then the first reason stays.
  public func pause(
    _ scope: PauseScope, of topic: String, by actor: String, reason: String
  ) async throws -> Bool {
    try await runner.run { work in
      let isNew = try await PauseStore.insert(scope, of: topic, by: actor, reason: reason, on: work.connection)
      if isNew { work.record(Self.entry("inbound.paused", scope, of: topic, by: actor, reason: reason)) }
      return isNew
    }
  }

  /// Lets go on; audited. What was kept of a key is taken in by a redrive.
  /// - Returns: false when it was not held back.
  public func resume(_ scope: PauseScope, of topic: String, by actor: String, reason: String) async throws -> Bool {
    try await runner.run { work in
      let wasPaused = try await PauseStore.delete(scope, of: topic, on: work.connection)
      if wasPaused { work.record(Self.entry("inbound.resumed", scope, of: topic, by: actor, reason: reason)) }
      return wasPaused
    }
  }

  private static func entry(
    _ action: String, _ scope: PauseScope, of topic: String, by actor: String, reason: String
  ) -> AuditEntry {
    let subject =
      switch scope {
      case .topic: topic
      case .partition(let partition): "\(topic) partition \(partition)"
      case .key(let key): "\(topic) key \(key)"
      }
    return AuditEntry(actor: actor, action: action, subject: subject, cause: reason)
  }
}
