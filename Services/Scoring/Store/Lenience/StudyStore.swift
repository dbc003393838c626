import FoundationEssentials
import Postgres

/// How much was studied, counted.
struct StudyStore: Sendable {
  /// - Parameters:
  ///   - regions: six-digit codes; a division covers those below it.
  ///   - from: the first instant; before: the first that counts no more.
  func count(
    regions: [String], from: Date, before: Date, on connection: PostgresConnection
  ) async throws -> (firms: Int, minutes: Int, exams: Int) {
    let patterns = regions.map(RegionPattern.like)
    let row = try await connection.query(
      """
      select count(distinct subject) filter (where kind = 'study.completed'),
        coalesce(sum(minutes) filter (where kind = 'study.completed'), 0)::bigint,
        count(*) filter (where kind = 'exam.passed')
      from case_record r
      where kind in ('study.completed', 'exam.passed') and region like any(\(patterns)) and at >= \(from)
        and at < \(before) and not exists (select from case_record c where c.corrects = r.id)
      """, as: (Int, Int, Int).self
    ).first
    return row ?? (0, 0, 0)
  }
}
