import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// The figures' counters: entries appended by whoever changes something, folded by day, dekad, month and year.
enum FigureStore {
  private static let columns = FigureMeasure.allCases.map(\.column)
  private static let list = SQL(unescaped: columns.joined(separator: ", "))
  private static let sums = SQL(unescaped: columns.map { "sum(\($0))::bigint" }.joined(separator: ", "))
  private static let increments = SQL(
    unescaped: columns.map { "\($0) = figure_count.\($0) + excluded.\($0)" }.joined(separator: ", "))

  /// The statement that counts petitions received on a day; one row for each region, channel and kind among them.
  static func receipt(of petitions: [Petition], on day: CivilDate) -> SQL {
    struct Key: Hashable {
      let region: String
      let channel: String
      let category: String
    }
    var counts: [Key: Int64] = [:]
    for petition in petitions {
      let key = Key(
        region: petition.region, channel: petition.channel.rawValue, category: petition.category.rawValue)
      counts[key, default: 0] += 1
    }
    let keys = Array(counts.keys)
    return """
      insert into figure_entry (day, region, channel, category, received)
      select \(day.description)::date, * from unnest(\(keys.map(\.region)), \(keys.map(\.channel)),
        \(keys.map(\.category)), \(keys.map { counts[$0] ?? 0 }))
      """
  }

  /// Appends counts, or corrections of counts.
  static func append(_ cells: [FigureCell: FigureCounts], on connection: PostgresConnection) async throws {
    guard !cells.isEmpty else { return }
    let rows = Array(cells)
    var values: SQL = """
      \(rows.map(\.key.day.description)), \(rows.map(\.key.region)), \(rows.map(\.key.channel)),
      \(rows.map(\.key.category))
      """
    for measure in FigureMeasure.allCases { values = "\(values), \(rows.map { $0.value[measure] })" }
    try await connection.execute(
      """
      insert into figure_entry (day, region, channel, category, \(list))
      select day::date, region, channel, category, \(list)
      from unnest(\(values)) as entry(day, region, channel, category, \(list))
      """)
  }

  /// Folds the oldest entries into days, dekads, months and years.
  static let fold = EntryFold(
    of: "figure_entry",
    """
    insert into figure_count (by_kind, grain, day, region, channel, category, \(list))
    select scope.by_kind, span.grain, span.day, region, channel, scope.category, \(sums)
    from taken, lateral (\(EntryFold.grains)) as span(grain, day),
      lateral (values (true, taken.category), (false, '')) as scope(by_kind, category)
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (by_kind, grain, day, region, channel, category) do update set \(increments)
    """)

  /// The sums that a question asks for, of the period and the one before.
  static func sums(_ question: FigureQuestion, on connection: PostgresConnection) async throws -> [FigureSum] {
    let rows = try await connection.query(statement(question), as: (Int64, String, String, [Int64]).self)
    return rows.map { row in
      let counts = FigureCounts(
        Dictionary(zip(FigureMeasure.allCases, row.3), uniquingKeysWith: { first, _ in first }))
      return FigureSum(isBefore: row.0 == 1, key: row.1, channel: row.2, counts: counts)
    }
  }

  /// Adds up the whole spans of both periods and the entries not folded yet; in one statement, so that a fold meanwhile
  /// is seen wholly or not at all.
  static func statement(_ question: FigureQuestion) -> SQL {
    var runs: [(period: Int, grain: String, first: CivilDate, last: CivilDate)] = []
    for (index, period) in [question.period, question.period.before].enumerated() {
      runs += period.runs.map { (index, $0.grain.rawValue, $0.first, $0.last) }
      runs.append((index, "entry", period.first, period.last))
    }
    let spans: SQL = """
      unnest(\(runs.map { Int64($0.period) }), \(runs.map(\.grain)), \(runs.map(\.first.description))::text[]::date[],
        \(runs.map(\.last.description))::text[]::date[]) as span(period, grain, first, last)
      """
    let condition = condition(question)
    let key = key(question)
    // Without a question about kinds, the rows of all kinds together are enough: a seventh of the others.
    let isByKind = question.category != nil || question.grouping == .category
    return """
      select span.period, \(key), counted.channel, array[\(sums)]
      from \(spans) join figure_count counted on counted.by_kind = \(isByKind) and counted.grain = span.grain
        and counted.day between span.first and span.last
      where \(condition) group by 1, 2, 3
      union all
      select span.period, \(key), counted.channel, array[\(sums)]
      from \(spans) join figure_entry counted
        on span.grain = 'entry' and counted.day between span.first and span.last
      where \(condition) group by 1, 2, 3
      """
  }

  private static func condition(_ question: FigureQuestion) -> SQL {
    var condition = RegionCondition.sql(question.regions, column: "counted.region")
    if let channel = question.channel { condition = "\(condition) and counted.channel = \(channel)" }
    if let category = question.category { condition = "\(condition) and counted.category = \(category)" }
    return condition
  }

  private static func key(_ question: FigureQuestion) -> SQL {
    switch question.grouping {
    case .none: "''::text"
    case .region(let digits): "rpad(left(counted.region, \(Int32(digits))), 6, '0')"
    case .channel: "counted.channel::text"
    case .category: "counted.category::text"
    }
  }
}
