import Civics
import Contracts

/// Figures as they are shown: for all together and for each group, now, before and in all.
struct CaseFigureReport: Sendable {
  struct Group: Sendable {
    /// Empty for all together.
    let key: String
    let now: CaseCounts
    let before: CaseCounts
    let cumulative: CaseCounts
    /// Clues that the county found itself (自主筛查), and cases of them closed.
    let selfScreened: Int64
    let selfClosed: Int64
    /// Counties with at least one case started in the period, and all counties asked about.
    var coverage: Share?

    /// Of the cases started in the period, those closed.
    var closureRate: Share { Share(numerator: now[.filedClosed], denominator: now[.filed]) }
    var onTimeRate: Share { Share(numerator: now[.closedOnTime], denominator: now[.closed]) }

    /// By how much a measure grew against the period before, in hundredths of a percent; nil where it was nothing.
    func growth(_ measure: CaseMeasure) -> Int64? {
      guard before[measure] > 0 else { return nil }
      let change = Int128(now[measure]) - Int128(before[measure])
      let (quotient, rest) = (change * 10_000).quotientAndRemainder(dividingBy: Int128(before[measure]))
      let up = abs(rest) * 2 >= Int128(before[measure]) ? (change < 0 ? -1 : 1) : 0
      return Int64(clamping: quotient + Int128(up))
    }
  }

  /// What restorations did, in one mode and unit.
  struct Result: Sendable, Equatable {
    /// The group's; nil for all together.
    let key: String?
    let mode: RestorationMode
    let unit: RestorationUnit
    /// Exact decimals.
    var quantities: [CaseFigureQuestion.Span: String]

    func quantity(_ span: CaseFigureQuestion.Span) -> String { quantities[span] ?? "0" }
  }

  /// How many cases first reached a stage, by the day on which they did.
  struct Stage: Sendable, Equatable {
    let stage: CompensationStatus
    let cases: [CaseFigureQuestion.Span: Int64]

    func count(_ span: CaseFigureQuestion.Span) -> Int64 { cases[span] ?? 0 }
  }

  let question: CaseFigureQuestion
  let groups: [Group]
  /// In the order of the law; of all groups together.
  let stages: [Stage]
  /// What restorations did, in all and by group.
  let results: [Result]

  /// - Parameters:
  ///   - ownSources: the sources of clues that the county found itself.
  ///   - coverage: counties with at least one case started in the period, of all that are asked about.
  init(
    _ sums: [CaseFigureSum], question: CaseFigureQuestion, ownSources: Set<String>, coverage: Share?,
    results: [Result] = [], stages: [Stage] = []
  ) {
    self.question = question
    self.stages = stages
    self.results = results
    let keys = question.grouping == .none ? [] : Set(sums.map(\.key)).subtracting([""]).sorted()
    var total = Self.group("", sums, ownSources)
    total.coverage = coverage
    groups = [total] + keys.map { key in Self.group(key, sums.filter { $0.key == key }, ownSources) }
  }

  /// What restorations did in a group; empty for all together.
  func results(of group: Group) -> [Result] { results.filter { $0.key == (group.key.isEmpty ? nil : group.key) } }

  private static func group(_ key: String, _ sums: [CaseFigureSum], _ ownSources: Set<String>) -> Group {
    func total(_ span: CaseFigureQuestion.Span, where holds: (CaseFigureSum) -> Bool = { _ in true }) -> CaseCounts {
      sums.reduce(CaseCounts()) { $1.span == span && holds($1) ? $0 + $1.counts : $0 }
    }
    let own = total(.now) { ownSources.contains($0.source) }
    return Group(
      key: key, now: total(.now), before: total(.before), cumulative: total(.cumulative), selfScreened: own[.clues],
      selfClosed: own[.closed])
  }
}
