import Contracts
import Logging
import Postgres
import Support

@testable import Messaging

/// A trail on a stage: written as a service writes it, and changed as an administrator of the database could.
struct AuditTrail: Sendable {
  let stage: Stage
  let sealer: AuditSealer
  let verifier: AuditVerifier

  init(_ stage: Stage) {
    self.stage = stage
    sealer = AuditSealer(runner: stage.runner, service: .petitions, logger: stage.logger)
    verifier = AuditVerifier(pool: stage.pool)
  }

  func entry(_ number: Int) -> AuditEntry {
    AuditEntry(
      actor: "clerk-1", action: "petition.accepted", subject: "petition-\(number)", cause: "request-\(number)",
      detail: Array(#"{"number":\#(number)}"#.utf8))
  }

  /// Entries, all of one unit of work.
  func write(_ count: Int, from start: Int = 0) async throws {
    try await stage.runner.run { work in
      for number in start..<start + count { work.record(entry(number)) }
    }
  }

  /// Publishes what is in the outbox.
  func publish() async throws {
    let relay = stage.relay()
    let task = Task { try await relay.run() }
    let isOut = try await eventually(within: .seconds(30)) {
      try await stage.topics.read(stage.settings.prefix.name(of: .audit)).count
        == stage.pool.query("select count(*) from outbox", as: Int.self).first
    }
    task.cancel()
    _ = try? await task.value
    guard isOut else { throw AuditTrailNotPublished() }
  }

  /// Compares with what was published.
  func compare(into report: inout AuditReport) async throws {
    try await verifier.compareHeads(settings: stage.settings, logger: stage.logger, into: &report)
  }

  /// What a superuser can do.
  func tamper(_ text: String) async throws {
    let connection = try await PostgresConnection.connect(stage.schema.administrator, logger: stage.logger)
    try await connection.execute(SQL(unescaped: text))
    await connection.close()
  }
}

struct AuditTrailNotPublished: Error {}
