import FoundationEssentials
import Postgres

/// Counts how much was studied in a region and a period.
struct CountStudy: Sendable {
  let book: LenienceBook
  let study: StudyStore

  func callAsFunction(
    regions: [String], from: Date, before: Date, at now: Date, on connection: PostgresConnection
  ) async throws -> StudyFigures {
    let counted = try await study.count(regions: regions, from: from, before: before, on: connection)
    return StudyFigures(
      firms: counted.firms, minutes: counted.minutes, exams: counted.exams,
      minutesPerUnit: try book.study(at: now, else: now).minutesPerUnit)
  }
}
