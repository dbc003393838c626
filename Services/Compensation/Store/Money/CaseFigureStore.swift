import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// The counters of cases and money: entries appended by triggers, folded by day, dekad, month and year.
enum CaseFigureStore {
  private static let columns = CaseMeasure.allCases.map(\.column)
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
    insert into figure_count (grain, day, region, department, clue_source, \(list))
    select span.grain, span.day, region, department, clue_source, \(totals)
    from taken, lateral (\(EntryFold.grains)) as span(grain, day)
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (grain, day, region, department, clue_source) do update set \(increments)
    """)

  /// The sums that a question asks for.
  static func sums(
    _ question: CaseFigureQuestion, on connection: PostgresConnection
  ) async throws -> [CaseFigureSum] {
    guard !question.regions.isEmpty else { return [] }
    let rows = try await connection.query(statement(question), as: (Int64, String, String, [Int64]).self)
    return rows.compactMap { row in
      CaseFigureQuestion.Span(rawValue: row.0).map { span in
        CaseFigureSum(
          span: span, key: row.1, source: row.2,
          counts: CaseCounts(Dictionary(zip(CaseMeasure.allCases, row.3), uniquingKeysWith: { first, _ in first })))
      }
    }
  }

  /// The counties with at least one case started in the period.
  static func countiesWithCases(
    _ question: CaseFigureQuestion, on connection: PostgresConnection
  ) async throws -> Set<String> {
    var asked = question
    asked.grouping = .region(digits: 6)
    let sums = try await sums(asked, on: connection)
    return Set(sums.filter { $0.span == .now && $0.counts[.filed] > 0 }.map(\.key))
  }

  /// Adds up whole spans and the entries not folded yet; in one statement, so that a fold meanwhile is seen wholly or not
  /// at all.
  static func statement(_ question: CaseFigureQuestion) -> SQL {
    let parts = FigureSpans(question: question)
    return """
      select span.span, \(parts.key), counted.clue_source::text, array[\(sums)]
      from \(parts.spans) join figure_count counted on counted.grain = span.grain
        and counted.day between span.first and span.last
      where \(parts.condition) group by 1, 2, 3
      union all
      select span.span, \(parts.key), counted.clue_source::text, array[\(sums)]
      from \(parts.spans) join figure_entry counted
        on span.grain = 'entry' and counted.day between span.first and span.last
      where \(parts.condition) group by 1, 2, 3
      """
  }
}
