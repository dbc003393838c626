import Civics
import Contracts
import Postgres
import ServiceKit

/// The figures of a period beside those of the period before and of all time: cases, amounts, rates, coverage.
struct CompileCaseFigures: Sendable {
  /// Clues from these sources are the county's own finds (自主筛查).
  static let ownSources = "compensation.self-screened.sources"

  let rules: RuleBook

  /// - Returns: the report; its groups ascend by code, the total comes first.
  func callAsFunction(
    _ question: CaseFigureQuestion, on connection: PostgresConnection
  ) async throws -> CaseFigureReport {
    let listed = try rules.rules(at: ShanghaiTime.start(of: question.period.last)).list(Self.ownSources)
    let own = Set(ClueSource.allCases.map(\.rawValue).filter { listed.contains(Self.ruleCode($0)) })
    let counties = Counties.of(question.regions)
    let covered = try await CaseFigureStore.countiesWithCases(question, on: connection)
    return CaseFigureReport(
      try await CaseFigureStore.sums(question, on: connection), question: question, ownSources: own,
      coverage: Share(numerator: Int64(counties.intersection(covered).count), denominator: Int64(counties.count)),
      results: try await ResultFigureStore.results(question, on: connection),
      stages: try await StageFigureStore.stages(question, on: connection))
  }

  /// The code of the rule packs: `PROTECTED_AREA` for `protected-area`.
  private static func ruleCode(_ source: String) -> String {
    String(source.uppercased().map { $0 == "-" ? "_" : $0 })
  }
}
