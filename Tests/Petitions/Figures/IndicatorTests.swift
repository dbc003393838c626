import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Petitions

@Suite("The nine figures")
struct IndicatorTests {
  private let rules: FigureRules

  init() throws {
    rules = try FigureRules(try Fixtures.ruleBook().rules(at: try Fixtures.instant(2024, 2, 15)))
  }

  private func indicator(_ code: String) throws -> Indicator {
    try #require(rules.indicators.first { $0.code == code })
  }

  @Test func `the rule packs name two to keep, three to fall and four to rise`() throws {
    #expect(rules.indicators.map(\.direction.chinese).joined() == "保保降降降升升升升")
    #expect(rules.indicators.filter { $0.target != nil }.map(\.code) == ["LAWFUL_ACCEPTANCE", "ON_TIME_REPLY"])
    #expect(try indicator("LAWFUL_ACCEPTANCE").target == .one)
    #expect(rules.indicators.allSatisfy { !$0.formula.isEmpty && $0.rule.pack == "jiujiang" && $0.rule.isAssumed })
    #expect(rules.measures.count == FigureMeasure.allCases.count)
    #expect(rules.units == ["件次", "批次"] && rules.unit(of: "VISIT") == "批次")
  }

  @Test func `a rate is an exact share, shown to two places`() throws {
    let counts = FigureCounts([.acceptedInTime: 2, .acceptable: 3])
    let value = IndicatorValue(try indicator("LAWFUL_ACCEPTANCE"), of: counts)
    #expect(try value.rate == Ratio(2, over: 3))
    #expect(value.percent == "66.67")
    #expect(try indicator("LAWFUL_ACCEPTANCE").isAsWanted(value, before: value) == false)
    let all = IndicatorValue(
      try indicator("LAWFUL_ACCEPTANCE"), of: FigureCounts([.acceptedInTime: 3, .acceptable: 3]))
    #expect(all.percent == "100.00")
    #expect(try indicator("LAWFUL_ACCEPTANCE").isAsWanted(all, before: value) == true)
  }

  @Test func `almost all is not all`() throws {
    let counts = FigureCounts([.concludedInTime: 99_999, .due: 100_000])
    let value = IndicatorValue(try indicator("ON_TIME_REPLY"), of: counts)
    #expect(value.percent == "100.00")
    #expect(try indicator("ON_TIME_REPLY").isAsWanted(value, before: value) == false)
  }

  @Test func `nothing to be a share of is no rate, and says nothing about the aim`() throws {
    let value = IndicatorValue(try indicator("SATISFACTION"), of: FigureCounts())
    #expect(value.rate == nil && value.percent == nil)
    #expect(try indicator("SATISFACTION").isAsWanted(value, before: value) == nil)
  }

  @Test func `screening is a share of all that was found or reported`() throws {
    let value = IndicatorValue(try indicator("SCREENING"), of: FigureCounts([.screened: 30, .received: 70]))
    #expect(value.numerator == 30 && value.denominator == 100 && value.percent == "30.00")
  }

  @Test func `counts that are to fall must be fewer than before`() throws {
    let disputes = try indicator("DISPUTES")
    let two = IndicatorValue(disputes, of: FigureCounts([.disputes: 2]))
    let three = IndicatorValue(disputes, of: FigureCounts([.disputes: 3]))
    #expect(disputes.isAsWanted(two, before: three) == true)
    #expect(disputes.isAsWanted(three, before: three) == false)
    #expect(disputes.isAsWanted(three, before: two) == false)
  }

  @Test func `receipts keep their units, and fall only if no unit rises`() throws {
    let period = try #require(FigurePeriod("2023"))
    let question = FigureQuestion(period: period, regions: ["360400"])
    func sum(_ isBefore: Bool, _ channel: String, _ count: Int64) -> FigureSum {
      FigureSum(isBefore: isBefore, key: "", channel: channel, counts: FigureCounts([.received: count]))
    }
    let total = try indicator("TOTAL")
    let report = FigureReport(
      [sum(false, "HOTLINE_12369", 760), sum(false, "VISIT", 9), sum(true, "EMAIL", 800), sum(true, "VISIT", 9)],
      question: question, rules: rules)
    #expect(report.groups[0].received.map(\.now) == [760, 9] && report.groups[0].received.map(\.before) == [800, 9])
    #expect(report.groups[0].isAsWanted(total) == true)
    let worse = FigureReport(
      [sum(false, "EMAIL", 10), sum(false, "VISIT", 10), sum(true, "EMAIL", 800), sum(true, "VISIT", 9)],
      question: question, rules: rules)
    #expect(worse.groups[0].isAsWanted(total) == false)
  }
}
