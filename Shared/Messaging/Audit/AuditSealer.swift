public import Contracts
internal import FoundationEssentials
public import Logging
internal import Postgres
public import ServiceLifecycle

/// Chains the audit trail each second and publishes the head of the chain.
///
/// Writers never wait for it: a seal holds the entries that became visible since the one before. Any number of replicas may
/// run it, one is at work at a time. What a trail is worth is told by ``AuditVerifier``.
public struct AuditSealer: Service {
  /// How many entries a seal holds at most; more are sealed in several, one after the other.
  static let most = 10_000

  private let runner: UnitOfWorkRunner
  private let service: ServiceName
  private let logger: Logger

  public init(runner: UnitOfWorkRunner, service: ServiceName, logger: Logger) {
    self.runner = runner
    self.service = service
    self.logger = logger
  }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await self()
        } catch {
          self.logger.warning("the audit trail could not be sealed; trying again", metadata: ["reason": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  /// Seals all that is there now.
  func callAsFunction() async throws {
    while try await sealNext() {}
  }

  /// Answers whether there may be more.
  private func sealNext() async throws -> Bool {
    let isDue = try await runner.read { connection in
      try await connection.query("select audit_seal_is_due()", as: Bool.self).first ?? false
    }
    guard isDue else { return false }
    return try await runner.run { work in
      let made = try await work.connection.query(
        "select number, entries, made_at, encode(sha256, 'hex') from audit_seal_next(\(Self.most))",
        as: (Int64, Int64, Date, String).self
      ).first
      guard let (number, entries, at, sha256) = made else { return false }
      let id = "audit:\(service.rawValue):\(number):\(sha256)"
      let head = AuditSealed(
        service: service.rawValue, seal: Int(number), entries: Int(entries), at: at, sha256: sha256)
      work.emit(
        OutboundEvent(
          topic: .audit, key: head.recordKey, type: AuditSealed.type, subject: head.recordKey,
          cause: Cause(id: id, correlation: id), sequence: number, data: head.json))
      return entries == Self.most
    }
  }
}
