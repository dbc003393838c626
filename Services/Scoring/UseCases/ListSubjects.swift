import Contracts
import FoundationEssentials
import Postgres

/// Pages of ratings, in the order of their keys.
struct ListSubjects: Sendable {
  struct Filter: Sendable {
    /// Six-digit codes; a division covers those below it. Nobody sees subjects outside the own regions.
    var regions: [String]
    var colour: Colour?
    /// The last key of the page before.
    var after = ""
    var limit = 50
  }

  static let largestPage = 200

  let ratings: RatingStore

  func callAsFunction(_ filter: Filter, on connection: PostgresConnection) async throws -> [Rating] {
    guard !filter.regions.isEmpty else { return [] }
    // Without its trailing pairs of zeros a division's code is what the codes of all divisions in it begin with.
    let patterns = filter.regions.map { ListSubjects.pattern($0) }
    var condition: SQL = "subject > \(filter.after) and region like any(\(patterns))"
    if let colour = filter.colour { condition = "\(condition) and colour = \(colour.rawValue)" }
    let limit = min(max(1, filter.limit), ListSubjects.largestPage)
    return try await ratings.read(
      "select \(RatingRow.columns) from rating where \(condition) order by subject limit \(limit)", on: connection)
  }

  private static func pattern(_ region: String) -> String {
    var digits = region[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return digits + "%"
  }
}
