import Civics
import Contracts
import Messaging
import Postgres

/// The counters of the stages that cases reached.
enum StageFigureStore {
  /// Folds the oldest entries.
  static let fold = EntryFold(
    of: "stage_entry",
    """
    insert into stage_count (grain, day, region, department, clue_source, stage, cases)
    select span.grain, span.day, region, department, clue_source, stage, sum(cases)
    from taken, lateral (\(EntryFold.grains)) as span(grain, day)
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (grain, day, region, department, clue_source, stage)
      do update set cases = stage_count.cases + excluded.cases
    """)

  /// How many cases reached each stage, in the order of the law.
  static func stages(
    _ question: CaseFigureQuestion, on connection: PostgresConnection
  ) async throws -> [CaseFigureReport.Stage] {
    guard !question.regions.isEmpty else { return [] }
    let rows = try await connection.query(statement(question), as: (Int64, String, Int64).self)
    var found: [CompensationStatus: [CaseFigureQuestion.Span: Int64]] = [:]
    for row in rows {
      guard let span = CaseFigureQuestion.Span(rawValue: row.0) else { continue }
      guard let stage = CompensationStatus(rawValue: row.1) else {
        throw StoredValueError(table: "stage_count", id: row.1)
      }
      found[stage, default: [:]][span] = row.2
    }
    return CompensationStatus.allCases.compactMap { stage in
      found[stage].map { CaseFigureReport.Stage(stage: stage, cases: $0) }
    }
  }

  /// In one statement, so that a fold meanwhile is seen wholly or not at all.
  static func statement(_ question: CaseFigureQuestion) -> SQL {
    let parts = FigureSpans(question: question)
    return """
      select span, stage, sum(cases)::bigint from (
        select span.span, counted.stage, counted.cases
        from \(parts.spans) join stage_count counted on counted.grain = span.grain
          and counted.day between span.first and span.last
        where \(parts.condition)
        union all
        select span.span, counted.stage, counted.cases
        from \(parts.spans) join stage_entry counted
          on span.grain = 'entry' and counted.day between span.first and span.last
        where \(parts.condition)) as part
      group by 1, 2
      """
  }
}
