import Civics
import Contracts
import Messaging
import Postgres
import ServiceKit

/// The counters of messages and webhooks: entries appended by triggers, folded by day, dekad, month and year.
enum MessageFigureStore {
  private static let columns = MessageMeasure.allCases.map(\.column)
  private static let list = SQL(unescaped: columns.joined(separator: ", "))
  private static let totals = SQL(unescaped: columns.map { "sum(\($0))" }.joined(separator: ", "))
  private static let sums = SQL(
    unescaped: columns.map { "least(sum(counted.\($0)), 9223372036854775807)::bigint" }.joined(separator: ", "))
  private static let increments = SQL(
    unescaped: columns.map { "\($0) = figure_count.\($0) + excluded.\($0)" }.joined(separator: ", "))

  /// Folds the oldest entries.
  static let fold = EntryFold(
    of: "figure_entry",
    """
    insert into figure_count (grain, day, region, audience, contact, channel, \(list))
    select span.grain, span.day, region, audience, contact, channel, \(totals)
    from taken, lateral (\(EntryFold.grains)) as span(grain, day)
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (grain, day, region, audience, contact, channel) do update set \(increments)
    """)

  /// The sums that a question asks for.
  static func sums(
    _ question: MessageFigureQuestion, on connection: PostgresConnection
  ) async throws -> [MessageFigureReport.Sum] {
    guard !question.regions.isEmpty else { return [] }
    let rows = try await connection.query(statement(question), as: (Int64, String, [Int64]).self)
    return rows.compactMap { row in
      MessageFigureQuestion.Span(rawValue: row.0).map {
        MessageFigureReport.Sum(span: $0, key: row.1, counts: MessageCounts(inOrder: row.2))
      }
    }
  }

  /// Adds up whole spans and the entries not folded yet; in one statement, so that a fold meanwhile is seen wholly or not
  /// at all.
  static func statement(_ question: MessageFigureQuestion) -> SQL {
    var runs: [(span: Int64, grain: String, first: CivilDate, last: CivilDate)] = []
    for span in MessageFigureQuestion.Span.allCases {
      let period = question.period(of: span)
      runs += period.runs.map { (span.rawValue, $0.grain.rawValue, $0.first, $0.last) }
      runs.append((span.rawValue, "entry", period.first, period.last))
    }
    let spans: SQL = """
      unnest(\(runs.map(\.span)), \(runs.map(\.grain)), \(runs.map(\.first.description))::text[]::date[],
        \(runs.map(\.last.description))::text[]::date[]) as span(span, grain, first, last)
      """
    let (key, condition) = (key(question), condition(question))
    return """
      select span.span, \(key), array[\(sums)]
      from \(spans) join figure_count counted on counted.grain = span.grain
        and counted.day between span.first and span.last
      where \(condition) group by 1, 2
      union all
      select span.span, \(key), array[\(sums)]
      from \(spans) join figure_entry counted
        on span.grain = 'entry' and counted.day between span.first and span.last
      where \(condition) group by 1, 2
      """
  }

  private static func condition(_ question: MessageFigureQuestion) -> SQL {
    var condition = RegionCondition.sql(question.regions, column: "counted.region")
    if let channel = question.channel { condition = "\(condition) and counted.channel = \(channel.rawValue)" }
    if let audience = question.audience { condition = "\(condition) and counted.audience = \(audience.rawValue)" }
    if let isContact = question.isContact { condition = "\(condition) and (counted.contact > 0) = \(isContact)" }
    return condition
  }

  private static func key(_ question: MessageFigureQuestion) -> SQL {
    switch question.grouping {
    case .none: "''::text"
    case .channel: "counted.channel::text"
    case .audience: "counted.audience::text"
    case .contact: "case when counted.contact < 0 then '' else counted.contact::text end"
    case .region(let digits): "rpad(left(counted.region, \(Int32(digits))), 6, '0')"
    }
  }
}
