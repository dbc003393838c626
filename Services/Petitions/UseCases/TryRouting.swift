import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Shows where petitions would go, by the routing in force and by one that somebody thinks of. Changes nothing.
struct TryRouting: Sendable {
  /// A place with a kind of harm.
  struct Case: Sendable {
    let place: RoutingPlace
    let category: Category
  }

  /// Where one would go.
  struct Answer: Sendable {
    let asked: Case
    let present: Route
    /// By the proposal; nil without one.
    let proposed: Route?
  }

  /// A petition that the proposal would send elsewhere.
  struct Move: Sendable {
    let number: String
    let from: String
    let to: Route
  }

  /// The most petitions that a proposal is tried on.
  static let most = 1_000

  let rules: RuleBook
  let routing: RoutingBook

  func callAsFunction(_ cases: [Case], proposal: RoutingTable?, at now: Date) throws -> [Answer] {
    let present = try routing.table(try rules.rules(at: now))
    return cases.map { asked in
      Answer(
        asked: asked, present: present.route(asked.place, asked.category),
        proposed: proposal?.route(asked.place, asked.category))
    }
  }

  /// What is wrong with the rows in force.
  func problems(at now: Date) throws -> [String] { try routing.table(try rules.rules(at: now)).problems }

  /// The unit that has what no row fits now.
  func fallback(at now: Date) throws -> String { try routing.table(try rules.rules(at: now)).fallback }

  /// Which of the newest petitions a proposal would have sent elsewhere.
  /// - Returns: how many were tried, and those that would move.
  func moves(
    _ proposal: RoutingTable, newest count: Int, regions: [String], on connection: PostgresConnection
  ) async throws -> (tried: Int, moves: [Move]) {
    let rows = try await connection.query(
      """
      select number, region, area, grid, category, unit from (
        select * from petition order by entry desc limit \(min(max(0, count), TryRouting.most))) newest
      where region like any(\(regions.map(PetitionListing.pattern)))
      """, as: (String, String, String?, String?, String, String).self)
    let moves = rows.compactMap { row -> Move? in
      guard let region = try? RegionCode(row.1), let category = Category(rawValue: row.4) else { return nil }
      let route = proposal.route(RoutingPlace(region: region, area: row.2, grid: row.3), category)
      return route.unit == row.5 ? nil : Move(number: row.0, from: row.5, to: route)
    }
    return (rows.count, moves)
  }
}
