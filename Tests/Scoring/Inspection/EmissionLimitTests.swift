import Civics
import Contracts
import FoundationEssentials
import ServiceKit
import Testing

@testable import Scoring

@Suite("多排多限、少排少限、不排不限")
struct EmissionLimitTests {
  private func limits(_ alert: AlertLevel) throws -> EmissionLimits {
    try EmissionLimits(try Fixtures.book("lintong").rules(at: try Fixtures.instant(2026, 1, 1)), alert: alert)
  }

  @Test(arguments: AlertLevel.allCases)
  func `who emits more is cut more, and never less than who emits less; nothing emitted is not limited`(
    alert: AlertLevel
  ) throws {
    let limits = try limits(alert)
    #expect(try limits.limit(grams: 0, isListed: false).cut == .zero)
    var generator = SystemRandomNumberGenerator()
    let emissions =
      [1, 9_999, 10_000, 10_001, 100_000, 100_001, 1_000_000]
      + (0..<500).map { _ in Int64.random(in: 1...10_000_000_000, using: &generator) }
    var last = EmissionLimits.Limit(cut: .zero, allowedGrams: 0, isExempt: false)
    var lastCut: Int64 = 0
    for grams in emissions.sorted() {
      let limit = try limits.limit(grams: grams, isListed: false)
      #expect(limit.cut > .zero && limit.cut >= last.cut && limit.allowedGrams < grams)
      #expect(grams - limit.allowedGrams >= lastCut, "\(grams)")
      (last, lastCut) = (limit, grams - limit.allowedGrams)
    }
  }

  @Test func `the bands end exactly, a redder alert cuts more, and a listed firm is exempt`() throws {
    let yellow = try limits(.yellow)
    #expect(try yellow.limit(grams: 10_000, isListed: false).cut == Ratio("10%"))
    #expect(try yellow.limit(grams: 10_001, isListed: false).cut == Ratio("20%"))
    #expect(try yellow.limit(grams: 10_001, isListed: false).allowedGrams == 8_000)
    #expect(try limits(.orange).limit(grams: 5, isListed: false).cut > yellow.limit(grams: 5, isListed: false).cut)
    let exempt = try limits(.red).limit(grams: 5_000_000, isListed: true)
    #expect(exempt.isExempt && exempt.cut == .zero && exempt.allowedGrams == 5_000_000)
  }

  @Test(arguments: [
    ["\"[0, 10]\", cut: 0", "\"(10, ]\", cut: 10%"],
    ["\"[0, 0]\", cut: 0", "\"(0, 10]\", cut: 20%", "\"(10, ]\", cut: 10%"],
    ["\"[0, 0]\", cut: 0", "\"(0, 10]\", cut: 10%", "\"(20, ]\", cut: 20%"],
    ["\"[0, 0]\", cut: 0", "\"(0, 10]\", cut: 10%"], ["\"[0, 0]\", cut: 1%", "\"(0, ]\", cut: 10%"],
  ])
  func `bands with a gap, without an end, or that cut less of who emits more are not used`(bands: [String]) throws {
    let rows = bands.map { "        - {alert: RED, kilograms-a-day: \($0)}" }.joined(separator: "\n")
    let rules = try Fixtures.book(
      changing: """
          scoring.emission-limits:
            table:
              columns: {alert: text, kilograms-a-day: interval, cut: number}
              rows:
        \(rows)
            assumed: true
            reason: for tests
        """)
    #expect(throws: ScoringError.self) { try EmissionLimits(rules, alert: .red) }
  }
}
