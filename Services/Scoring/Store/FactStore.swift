import Contracts
import FoundationEssentials
import Postgres

/// The ledger's rows, read and inserted in sets.
struct FactStore: Sendable {
  /// The ledgers of these subjects, and facts of these ids whomever they are about.
  func load(
    subjects: [String], ids: [UUID] = [], on connection: PostgresConnection
  ) async throws -> [Fact] {
    let results = try await connection.pipeline([
      """
      select \(FactRow.columns) from fact where subject = any(\(subjects))
      union
      select \(FactRow.columns) from fact where id = any(\(ids))
      """,
      """
      select \(FactLineRow.columns) from fact_line l join fact f on f.id = l.fact
      where f.subject = any(\(subjects)) or f.id = any(\(ids)) order by l.fact, l.ordinal
      """,
    ])
    guard results.count == 2 else { return [] }
    let lines = Dictionary(
      grouping: try results[1].rows(as: FactLineRow.Columns.self).map(FactLineRow.init(columns:)), by: \.columns.0)
    return try results[0].rows(as: FactRow.Columns.self).map { columns in
      try FactRow(columns: columns).fact(lines: lines[columns.0, default: []].map(\.line))
    }
  }

  /// The ledger of one subject.
  func ledger(of subject: String, on connection: PostgresConnection) async throws -> Ledger {
    Ledger(try await load(subjects: [subject], on: connection))
  }

  /// Writes new facts. A fact that another transaction wrote in between fails the whole, and is found when this is
  /// tried again.
  func insert(_ facts: [(fact: Fact, actor: String)], at now: Date, on connection: PostgresConnection) async throws {
    guard !facts.isEmpty else { return }
    let all = facts.map(\.fact)
    let lines = all.flatMap { fact in fact.lines.enumerated().map { (fact.id, $0.offset, $0.element) } }
    var statements: [SQL] = [
      """
      insert into fact (id, subject, region, origin, kind, source, external_id, counts_from, happened_at, article,
        evidence, petition_id, penalty_number, is_assessment, content_sha256, correlation, recorded_by, recorded_at)
      select *, \(now)
      from unnest(\(all.map(\.id)), \(all.map(\.subject)), \(all.map(\.region)), \(all.map(\.origin.rawValue)),
        \(all.map(\.kind)), \(all.map(\.source)), \(all.map(\.externalId)), \(all.map(\.from)),
        \(all.map(\.happenedAt)), \(all.map(\.article)), \(all.map(FactStore.evidence)), \(all.map(\.petitionId)),
        \(all.map(\.penaltyNumber)), \(all.map(\.isAssessment)), \(all.map(\.content)), \(all.map(\.correlation)),
        \(facts.map(\.actor)))
      """
    ]
    if !lines.isEmpty {
      statements.append(
        """
        insert into fact_line (fact, ordinal, code, name, points, valid_until, is_veto, rule, pack, pack_sha256,
          rule_article)
        select * from unnest(\(lines.map(\.0)), \(lines.map { Int16(clamping: $0.1) }), \(lines.map(\.2.code)),
          \(lines.map(\.2.name)), \(lines.map { Int32(clamping: $0.2.points.hundredths) }), \(lines.map(\.2.until)),
          \(lines.map(\.2.isVeto)), \(lines.map(\.2.rule?.rule)), \(lines.map(\.2.rule?.pack)),
          \(lines.map(\.2.rule?.version)), \(lines.map(\.2.rule?.article)))
        """)
    }
    _ = try await connection.pipeline(statements)
  }

  private static func evidence(_ fact: Fact) -> PostgresJSON? {
    fact.evidence.isEmpty ? nil : PostgresJSON(JSON.array(fact.evidence.map(\.json)).bytes)
  }
}
