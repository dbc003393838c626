import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The scores of counties in a period (SCO-27): every county of the divisions, also those without a case.
struct ScoreCounties: Sendable {
  struct Scores: Sendable {
    let period: FigurePeriod
    let rule: Contracts.RuleReference
    let counties: [CountyScore]
  }

  let rules: RuleBook

  /// By the rules in force when the period ended, or now while it runs.
  /// - Parameter period: whole months.
  func callAsFunction(
    _ period: FigurePeriod, months: Int, regions: [String], now: Date, on connection: PostgresConnection
  ) async throws -> Scores {
    let rules = try CountyRules(try rules.rules(at: min(now, period.end.addingTimeInterval(-1))))
    let counts = try await CountyStore.counts(
      in: regions, from: period.start, to: period.end, selfScreened: Array(rules.selfScreenedSources), on: connection)
    var byCounty = Dictionary(counts.map { ($0.county, $0) }, uniquingKeysWith: { first, _ in first })
    for county in Self.counties(of: regions) where byCounty[county] == nil {
      byCounty[county] = CountyCounts(county: county)
    }
    let scores = try byCounty.values.map { try rules.score($0, months: months) }
    return Scores(
      period: period, rule: rules.reference,
      counties: scores.sorted { $0.score == $1.score ? $0.county < $1.county : $0.score > $1.score })
  }

  /// The counties of the table in these divisions; too many for a whole country are not listed when empty.
  private static func counties(of regions: [String]) -> [String] {
    let divisions = regions.compactMap { try? RegionCode($0) }.filter { $0 != .country }
    return RegionCode.all.filter { region in
      region.level == .county && !region.isAbolished && divisions.contains { $0.covers(region) }
    }.map(\.description)
  }
}
