import Contracts
import FoundationEssentials
import Postgres

/// Pages of cases, the newest first.
struct ListCases: Sendable {
  struct Filter: Sendable {
    /// Six-digit codes; a division covers those below it. Nobody sees cases outside the own regions.
    var regions: [String]
    var status: CompensationStatus?
    /// Only those with a clock that has run out and is not made good.
    var isOverdue = false
    /// The entry of the last case of the page before.
    var after: Int64?
    var limit = 50
  }

  static let largestPage = 200

  let cases: CaseStore

  func callAsFunction(
    _ filter: Filter, on connection: PostgresConnection
  ) async throws -> [(compensation: CompensationCase, entry: Int64)] {
    guard !filter.regions.isEmpty else { return [] }
    // Without its trailing pairs of zeros a division's code is what the codes of all divisions in it begin with.
    let patterns = filter.regions.map { ListCases.pattern($0) }
    var condition: SQL = "entry < \(filter.after ?? .max) and region like any(\(patterns))"
    if let status = filter.status { condition = "\(condition) and status = \(status.rawValue)" }
    if filter.isOverdue { condition = "\(condition) and is_overdue" }
    let limit = min(max(1, filter.limit), ListCases.largestPage)
    return try await cases.read(
      "select \(CaseRow.columns) from compensation_case where \(condition) order by entry desc limit \(limit)",
      on: connection)
  }

  private static func pattern(_ region: String) -> String {
    var digits = region[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return digits + "%"
  }
}
