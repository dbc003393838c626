import Contracts
import FoundationEssentials
import Logging
import Messaging
import Postgres

/// The levels that are set, as all replicas of a service see them.
enum LogLevelStore {
  /// Those in force, by label.
  static func inForce(on connection: PostgresConnection) async throws -> [LogLevelRule] {
    try await connection.query(
      "select label, level, until, actor from log_level where until > clock_timestamp() order by label",
      as: (String, String, Date, String).self
    ).compactMap { row in
      Logger.Level(rawValue: row.1).map { LogLevelRule(label: row.0, level: $0, until: row.2, actor: row.3) }
    }
  }

  /// Sets one, instead of another for the same beginning of labels.
  static func set(_ rule: LogLevelRule, work: UnitOfWork) async throws {
    try await work.connection.execute(
      """
      insert into log_level (label, level, until, actor)
      values (\(rule.label), \(rule.level.rawValue), \(rule.until), \(rule.actor))
      on conflict (label) do update
      set level = excluded.level, until = excluded.until, actor = excluded.actor, set_at = now()
      """)
    record("log-level.set", rule, work: work)
  }

  /// Takes back what is set: all of it, or one.
  /// - Returns: what was in force.
  static func reset(_ label: String?, by actor: String, work: UnitOfWork) async throws -> [LogLevelRule] {
    let rules = try await inForce(on: work.connection).filter { label == nil || $0.label == label }
    try await work.connection.execute(
      "delete from log_level where label = any(\(rules.map(\.label))) or until <= clock_timestamp()")
    for rule in rules {
      record(
        "log-level.reset", LogLevelRule(label: rule.label, level: rule.level, until: rule.until, actor: actor),
        work: work)
    }
    return rules
  }

  private static func record(_ action: String, _ rule: LogLevelRule, work: UnitOfWork) {
    work.record(
      AuditEntry(
        actor: rule.actor, action: action, subject: rule.label.isEmpty ? "all" : rule.label, cause: "operator",
        detail: rule.json.bytes))
  }
}
