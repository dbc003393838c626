import Contracts
import FoundationEssentials
import Postgres

/// The ledger's rows, read and inserted in sets.
struct FactStore: Sendable {
  /// All facts of these subjects, and facts of these ids whomever they are about.
  func load(
    subjects: [String], ids: [UUID] = [], on connection: PostgresConnection
  ) async throws -> [Fact] {
    // A union, since one index answers each half and no index both.
    try await read(
      """
      select \(FactRow.columns) from fact where subject = any(\(subjects))
      union all
      select \(FactRow.columns) from fact where id = any(\(ids)) and subject <> all(\(subjects))
      """,
      lines: """
        select \(FactLineRow.columns), ordinal from fact_line where subject = any(\(subjects))
        union all
        select \(FactLineRow.columns), ordinal from fact_line
        where fact = any(\(ids)) and subject <> all(\(subjects))
        """, on: connection)
  }

  /// Facts with their lines.
  /// - Parameters:
  ///   - facts: selects `FactRow.columns`.
  ///   - lines: selects `FactLineRow.columns` and the ordinal, of these facts or more.
  func read(_ facts: SQL, lines: SQL, on connection: PostgresConnection) async throws -> [Fact] {
    let results = try await connection.pipeline([facts, "select * from (\(lines)) l order by fact, ordinal"])
    guard results.count == 2 else { return [] }
    var byFact: [UUID: [FactLine]] = [:]
    for row in try results[1].rows(as: FactLineRow.Numbered.self) {
      let line = FactLineRow(row)
      byFact[line.columns.0, default: []].append(try line.line())
    }
    return try results[0].rows(as: FactRow.Columns.self).map { columns in
      try FactRow(columns: columns).fact(lines: byFact[columns.0, default: []])
    }
  }

  /// The ledgers of these subjects, with the facts of every site that ever was an enterprise's.
  func ledgers(of subjects: [String], on connection: PostgresConnection) async throws -> [String: Ledger] {
    let sites = try await sites(of: subjects, on: connection)
    let all = Set(subjects).union(sites.values.joined())
    return Ledger.assemble(subjects, sites: sites, try await load(subjects: all.sorted(), on: connection))
  }

  /// By enterprise, every site that ever was linked to it.
  func sites(of owners: [String], on connection: PostgresConnection) async throws -> [String: Set<String>] {
    let enterprises = owners.filter { $0.hasPrefix("uscc:") }
    guard !enterprises.isEmpty else { return [:] }
    let rows = try await connection.query(
      "select distinct owner, subject from fact where owner = any(\(enterprises))", as: (String, String).self)
    return Dictionary(grouping: rows, by: \.0).mapValues { Set($0.map(\.1)) }
  }

  /// By site, every enterprise it was ever linked to.
  func owners(of sites: [String], on connection: PostgresConnection) async throws -> [String: Set<String>] {
    let sites = sites.filter { $0.hasPrefix("site:") }
    guard !sites.isEmpty else { return [:] }
    let rows = try await connection.query(FactStore.links(of: sites), as: (String, String).self)
    return Dictionary(grouping: rows, by: \.0).mapValues { Set($0.map(\.1)) }
  }

  /// Apart, so that a test can ask for its plan.
  static func links(of sites: [String]) -> SQL {
    "select distinct subject, owner from fact where subject = any(\(sites)) and owner is not null"
  }
}
