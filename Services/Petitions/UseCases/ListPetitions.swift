import Contracts
import FoundationEssentials
import Postgres

/// Pages of petitions, the newest first.
struct ListPetitions: Sendable {
  struct Filter: Sendable {
    /// Six-digit codes; a division covers those below it. Nobody sees petitions outside the own regions.
    var regions: [String]
    var status: PetitionStatus?
    /// Only those with a clock that has run out and is not made good.
    var isOverdue = false
    /// The entry of the last petition of the page before.
    var after: Int64?
    var limit = 50
  }

  static let largestPage = 200

  let petitions: PetitionStore

  func callAsFunction(_ filter: Filter, on connection: PostgresConnection) async throws -> [Petition] {
    guard !filter.regions.isEmpty else { return [] }
    var condition: SQL = "entry < \(filter.after ?? .max)"
    // Without its trailing pairs of zeros a division's code is what the codes of all divisions in it begin with.
    let patterns = filter.regions.map { ListPetitions.pattern($0) }
    condition = "\(condition) and region like any(\(patterns))"
    if let status = filter.status { condition = "\(condition) and status = \(status.rawValue)" }
    if filter.isOverdue {
      condition = "\(condition) and is_overdue"
    }
    let limit = min(max(1, filter.limit), ListPetitions.largestPage)
    return try await petitions.read(
      "select \(PetitionRow.columns) from petition where \(condition) order by entry desc limit \(limit)",
      on: connection
    ).map(\.petition)
  }

  static func pattern(_ region: String) -> String {
    var digits = region[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return digits + "%"
  }
}
