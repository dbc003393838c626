import Civics
import FoundationEssentials
import Postgres
import ServiceKit

/// Numbers of work reminder letters: `提示函〔2026〕360400-3号`, without gaps within a year and a unit.
enum LetterNumber {
  static func next(
    for letter: ReminderLetter, at now: Date, on connection: PostgresConnection
  ) async throws -> String {
    let year = ShanghaiTime.day(of: now).year
    let last = try await DocumentNumbers.next("reminder-letter \(letter.fromRegion)", year: year, on: connection)
    return "提示函〔\(year)〕\(letter.fromRegion)-\(last)号"
  }
}
