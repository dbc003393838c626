import Contracts
import FoundationEssentials
import Postgres

extension FactStore {
  /// Writes new facts. A fact that another transaction wrote in between fails the whole, and is found when this is
  /// tried again.
  func insert(_ facts: [(fact: Fact, actor: String)], at now: Date, on connection: PostgresConnection) async throws {
    guard !facts.isEmpty else { return }
    var statements = [insertion(of: facts, at: now)]
    if let lines = FactStore.insertion(ofLines: facts.map(\.fact)) { statements.append(lines) }
    _ = try await connection.pipeline(statements)
  }

  private func insertion(of facts: [(fact: Fact, actor: String)], at now: Date) -> SQL {
    let all = facts.map(\.fact)
    // Arrays of arrays do not come apart row by row: they travel as text.
    let amends = all.map { "{\($0.amends.map(\.lowercased).joined(separator: ","))}" }
    return """
      insert into fact (id, subject, region, origin, kind, source, external_id, counts_from, happened_at, article,
        evidence, petition_id, penalty_number, is_assessment, content_sha256, correlation, client, owner, amends,
        amends_case, withdraws, recorded_by, recorded_at)
      select id, subject, region, origin, kind, source, external_id, counts_from, happened_at, article, evidence,
        petition_id, penalty_number, is_assessment, content, correlation, client, owner, amends::uuid[], amends_case,
        withdraws, actor, \(now)
      from unnest(\(all.map(\.id)), \(all.map(\.subject)), \(all.map(\.region)), \(all.map(\.origin.rawValue)),
        \(all.map(\.kind)), \(all.map(\.source)), \(all.map(\.externalId)), \(all.map(\.from)),
        \(all.map(\.happenedAt)), \(all.map(\.article)), \(all.map(FactStore.evidence)), \(all.map(\.petitionId)),
        \(all.map(\.penaltyNumber)), \(all.map(\.isAssessment)), \(all.map(\.content)), \(all.map(\.correlation)),
        \(all.map(\.client)), \(all.map(\.owner)), \(amends), \(all.map(\.amendsCase)),
        \(all.map(\.withdraws.rawValue)), \(facts.map(\.actor)))
        as new(id, subject, region, origin, kind, source, external_id, counts_from, happened_at, article, evidence,
          petition_id, penalty_number, is_assessment, content, correlation, client, owner, amends, amends_case,
          withdraws, actor)
      """
  }

  private static func insertion(ofLines facts: [Fact]) -> SQL? {
    let lines = facts.flatMap { fact in
      fact.lines.enumerated().map { (fact: fact, ordinal: $0.offset, line: $0.element) }
    }
    guard !lines.isEmpty else { return nil }
    return """
      insert into fact_line (fact, ordinal, code, name, points, valid_until, is_veto, rule, pack, pack_sha256,
        rule_article, subject, counts_from, weight)
      select * from unnest(\(lines.map(\.fact.id)), \(lines.map { Int16(clamping: $0.ordinal) }),
        \(lines.map(\.line.code)), \(lines.map(\.line.name)),
        \(lines.map { Int32(clamping: $0.line.points.hundredths) }), \(lines.map(\.line.until)),
        \(lines.map(\.line.isVeto)), \(lines.map(\.line.rule?.rule)), \(lines.map(\.line.rule?.pack)),
        \(lines.map(\.line.rule?.version)), \(lines.map(\.line.rule?.article)), \(lines.map(\.fact.subject)),
        \(lines.map(\.fact.from)), \(lines.map(\.line.weight.rawValue)))
      """
  }

  private static func evidence(_ fact: Fact) -> PostgresJSON? {
    fact.evidence.isEmpty ? nil : PostgresJSON(JSON.array(fact.evidence.map(\.json)).bytes)
  }
}
