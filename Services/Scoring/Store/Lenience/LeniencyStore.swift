import Civics
import Contracts
import FoundationEssentials
import Postgres

/// The rows of assessments and decisions.
struct LeniencyStore: Sendable {
  /// The most rows looked at for one page of a list.
  static let reach = 5_000

  private typealias Columns = (
    UUID, Int64, String, String, String, String, String, Int64, Int64, Int64, String, String, String, Date, String?,
    Int64?, String?
  )
  private static let columns: SQL = """
    a.id, a.entry, a.subject, a.region, a.penalty_number, a.verdict, a.law, a.discretion_fen, a.lowest_fen,
    a.highest_fen, a.request::text, a.document::text, a.assessed_by, a.assessed_at, d.decision, d.fine_fen,
    d.document::text
    """
  private static let joined: SQL = "leniency_assessment a left join leniency_decision d on d.assessment = a.id"

  func insert(
    _ id: UUID, _ request: LeniencyRequest, _ result: LeniencyResult, region: String, document: JSON, by actor: String,
    at now: Date, on connection: PostgresConnection
  ) async throws {
    try await connection.execute(
      """
      insert into leniency_assessment (id, subject, region, penalty_number, verdict, law, discretion_fen, lowest_fen,
        highest_fen, request, document, assessed_by, assessed_at)
      values (\(id), \(request.subjectKey), \(region), \(request.penaltyNumber), \(result.verdict.rawValue),
        \(result.law.rawValue), \(Int64(result.range.discretion.fen)), \(Int64(result.lowest.fen)),
        \(Int64(result.highest.fen)), \(PostgresJSON(request.json.bytes)), \(PostgresJSON(document.bytes)), \(actor),
        \(now))
      """)
  }

  /// - Returns: false when the assessment has a decision.
  func decide(
    _ id: UUID, _ decision: PenaltyDecisionKind, fine: Money?, pledge: UUID?, document: JSON, by actor: String,
    at now: Date, on connection: PostgresConnection
  ) async throws -> Bool {
    try await connection.execute(
      """
      insert into leniency_decision (assessment, decision, fine_fen, pledge, document, decided_by, decided_at)
      values (\(id), \(decision.rawValue), \(fine.map { Int64($0.fen) } as Int64?), \(pledge as UUID?), \(PostgresJSON(document.bytes)),
        \(actor), \(now))
      on conflict do nothing
      """) > 0
  }

  /// Uses a pledge for a penalty case.
  /// - Returns: the case that it served before; nil when it is free, or served this one.
  func use(
    _ pledge: UUID, subject: String, penaltyNumber: String, assessment: UUID, on connection: PostgresConnection
  ) async throws -> String? {
    try await connection.execute(
      """
      insert into pledge_use (pledge, subject, penalty_number, assessment)
      values (\(pledge), \(subject), \(penaltyNumber), \(assessment)) on conflict do nothing
      """)
    let served = try await connection.query(
      "select penalty_number from pledge_use where pledge = \(pledge)", as: String.self
    ).first
    return served == penaltyNumber ? nil : served
  }

  /// The penalty cases that pledges of a subject have served.
  func usedPledges(of subject: String, on connection: PostgresConnection) async throws -> [UUID: String] {
    let rows = try await connection.query(
      "select pledge, penalty_number from pledge_use where subject = \(subject)", as: (UUID, String).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  func find(_ id: UUID, on connection: PostgresConnection) async throws -> LeniencyRecord? {
    try await read(
      "select \(LeniencyStore.columns) from \(LeniencyStore.joined) where a.id = \(id)", on: connection
    ).first
  }

  /// The last assessment of each of these penalty cases.
  func last(
    of cases: [(subject: String, penaltyNumber: String)], on connection: PostgresConnection
  ) async throws -> [LeniencyRecord] {
    guard !cases.isEmpty else { return [] }
    return try await read(
      """
      select \(LeniencyStore.columns)
      from unnest(\(cases.map(\.subject)), \(cases.map(\.penaltyNumber))) as wanted(subject, penalty_number)
      cross join lateral (
        select * from leniency_assessment x
        where x.subject = wanted.subject and x.penalty_number = wanted.penalty_number
        order by x.entry desc limit 1) as a
      left join leniency_decision d on d.assessment = a.id
      """, on: connection)
  }

  /// A page of assessments and one more, which tells that there is more; the newest first.
  func list(_ filter: LeniencyFilter, on connection: PostgresConnection) async throws -> [LeniencyRecord] {
    var rest: SQL = "a.region like any(\(filter.regions.map(RegionPattern.like)))"
    if let isDecided = filter.isDecided { rest = "\(rest) and (d.assessment is not null) = \(isDecided)" }
    return try await read(
      """
      select \(LeniencyStore.columns)
      from (select * from leniency_assessment x where \(LeniencyStore.driven(filter))
        order by \(LeniencyStore.order(filter)) limit \(LeniencyStore.reach)) as a
      -- One look for each row, so that the rows stay in their order and the page stops when it is full.
      left join lateral (select * from leniency_decision y where y.assessment = a.id offset 0) as d on true
      where case when \(rest) then true end limit \(filter.limit + 1)
      """, on: connection)
  }

  /// The last line that a page looks at; nil when it looks at all there are.
  func end(of filter: LeniencyFilter, on connection: PostgresConnection) async throws -> Int64? {
    try await connection.query(
      """
      select x.entry from leniency_assessment x where \(LeniencyStore.driven(filter))
      order by \(LeniencyStore.order(filter)) offset \(LeniencyStore.reach - 1) limit 1
      """, as: Int64.self
    ).first
  }

  /// What an index answers, in the order of the list.
  ///
  /// An equality written as two bounds, and the column at the front of the comparison: so no index but its own can give
  /// the order, and a rare verdict is not looked for among all there are.
  private static func driven(_ filter: LeniencyFilter) -> SQL {
    let before = filter.before ?? .max
    let number: SQL = filter.penaltyNumber.map { "x.penalty_number = \($0)" } ?? "true"
    if let subject = filter.subject {
      return "x.subject = \(subject) and \(number) and \(fits(filter)) and x.entry < \(before)"
    }
    guard let verdict = filter.verdict?.rawValue else { return "\(number) and x.entry < \(before)" }
    return """
      x.verdict >= \(verdict) and x.verdict <= \(verdict) and \(number) and (x.verdict, x.entry) < (\(verdict), \(before))
      """
  }

  private static func fits(_ filter: LeniencyFilter) -> SQL {
    filter.verdict.map { "x.verdict = \($0.rawValue)" } ?? "true"
  }

  private static func order(_ filter: LeniencyFilter) -> SQL {
    filter.subject == nil && filter.verdict != nil ? "x.verdict desc, x.entry desc" : "x.entry desc"
  }

  private func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [LeniencyRecord] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let verdict = LeniencyVerdict(rawValue: row.5), let law = LeniencyLaw(rawValue: row.6) else {
        throw StoredValueError(table: "leniency_assessment", id: row.0.lowercased)
      }
      var decision: LeniencyRecord.Decision?
      if let kind = row.14.flatMap(PenaltyDecisionKind.init(rawValue:)) {
        decision = LeniencyRecord.Decision(
          decision: kind, fine: row.15.map { Money(fen: Int($0)) },
          document: try JSON(parsing: Array((row.16 ?? "{}").utf8), limits: JSONLimits()))
      }
      return LeniencyRecord(
        id: row.0, entry: row.1, subject: row.2, region: row.3, penaltyNumber: row.4, verdict: verdict, law: law,
        discretion: Money(fen: Int(row.7)), lowest: Money(fen: Int(row.8)), highest: Money(fen: Int(row.9)),
        request: try LeniencyRequest(
          json: try JSON(parsing: Array(row.10.utf8), limits: JSONLimits()), path: "request"),
        document: try JSON(parsing: Array(row.11.utf8), limits: JSONLimits()), assessedBy: row.12, assessedAt: row.13,
        decision: decision)
    }
  }
}
