import Civics
import Contracts
import Messaging
import Postgres

/// The counters of what restorations did.
enum ResultFigureStore {
  /// Folds the oldest entries.
  static let fold = EntryFold(
    of: "result_entry",
    """
    insert into result_count (grain, day, region, department, clue_source, mode, unit, quantity)
    select span.grain, span.day, region, department, clue_source, mode, unit, sum(quantity)
    from taken, lateral (\(EntryFold.grains)) as span(grain, day)
    group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (grain, day, region, department, clue_source, mode, unit)
      do update set quantity = result_count.quantity + excluded.quantity
    """)

  /// What restorations did, in all and by group, by mode and unit.
  static func results(
    _ question: CaseFigureQuestion, on connection: PostgresConnection
  ) async throws -> [CaseFigureReport.Result] {
    guard !question.regions.isEmpty else { return [] }
    let rows = try await connection.query(
      statement(question), as: (Bool, String, Int64, String, String, String).self)
    var results: [CaseFigureReport.Result] = []
    for row in rows {
      guard let span = CaseFigureQuestion.Span(rawValue: row.2) else { continue }
      guard let mode = RestorationMode(rawValue: row.3), let unit = RestorationUnit(rawValue: row.4) else {
        throw StoredValueError(table: "result_count", id: "\(row.3) \(row.4)")
      }
      let key = row.0 ? nil : row.1
      if let last = results.last, last.key == key, last.mode == mode, last.unit == unit {
        results[results.count - 1].quantities[span] = row.5
      } else {
        results.append(.init(key: key, mode: mode, unit: unit, quantities: [span: row.5]))
      }
    }
    return results
  }

  /// In one statement, so that a fold meanwhile is seen wholly or not at all.
  static func statement(_ question: CaseFigureQuestion) -> SQL {
    let parts = FigureSpans(question: question)
    let isGrouped = question.grouping != .none
    let group: SQL = isGrouped ? "grouping(key) = 1, coalesce(key, '')" : "true, ''::text"
    let groups: SQL = isGrouped ? "((span, key, mode, unit), (span, mode, unit))" : "((span, mode, unit))"
    return """
      select \(group), span, mode, unit, trim_scale(sum(quantity))::text from (
        select span.span, \(parts.key) as key, counted.mode, counted.unit, counted.quantity
        from \(parts.spans) join result_count counted on counted.grain = span.grain
          and counted.day between span.first and span.last
        where \(parts.condition)
        union all
        select span.span, \(parts.key), counted.mode, counted.unit, counted.quantity
        from \(parts.spans) join result_entry counted
          on span.grain = 'entry' and counted.day between span.first and span.last
        where \(parts.condition)) as part
      group by grouping sets \(groups) order by 1 desc, 2, 4, 5, 3
      """
  }
}
