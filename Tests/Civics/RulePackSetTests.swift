import Civics
import FoundationEssentials
import Testing

@Suite struct RulePackSetTests {
  private let period = "  a.period:\n    period: 15 days\n    source: {of: law}\n"

  private func message(_ packs: [RulePack]) -> String? {
    do throws(RulePackError) {
      _ = try RulePackSet(packs)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("the city's rule wins, the country's holds where the city is silent, and the reference says which")
  func inheritance() throws {
    let country = try RulePackFixture.pack(
      "country", rules: period + "  a.number:\n    number: 3\n    assumed: true\n    reason: ours\n")
    let city = try RulePackFixture.pack(
      "city", inherits: "country", rules: "  a.period:\n    period: 7 days\n    source: {of: law}\n")
    let rules = try RulePackSet([country, city]).rules(for: "city", on: try #require(CivilDate("2024-06-01")))
    #expect(try rules.period("a.period") == .calendarDays(7))
    #expect(try rules.reference("a.period").pack == "city")
    #expect(try rules.integer("a.number") == 3)
    let reference = try rules.reference("a.number")
    #expect(reference.pack == "country" && reference.isAssumed && reference.source == "assumed: ours")
    #expect(rules.keys == ["a.number", "a.period"])
  }

  @Test("the version in force changes at midnight in Shanghai")
  func versions() throws {
    let first = try RulePackFixture.pack("city", effective: "{from: 2024-01-01, through: 2024-06-30}")
    let second = try RulePackFixture.pack("city", version: "2", effective: "{from: 2024-07-01}")
    let set = try RulePackSet([second, first])
    let change = ShanghaiTime.start(of: try #require(CivilDate("2024-07-01")))
    #expect(try set.rules(for: "city", at: change.addingTimeInterval(-1)).packs[0].version == "1")
    #expect(try set.rules(for: "city", at: change).packs[0].version == "2")
  }

  @Test("before the first version, in a gap, and without the parent nothing is in force, and why is told")
  func notInForce() throws {
    let first = try RulePackFixture.pack(
      "city", inherits: "country", effective: "{from: 2024-01-01, through: 2024-03-31}")
    let second = try RulePackFixture.pack("city", version: "2", inherits: "country", effective: "{from: 2024-05-01}")
    let country = try RulePackFixture.pack("country", effective: "{from: 2024-02-01}")
    let set = try RulePackSet([first, second, country])
    func failure(_ text: String) throws -> String? {
      let day = try #require(CivilDate(text))
      do throws(RuleLookupError) {
        _ = try set.rules(for: "city", on: day)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(try failure("2023-12-31") == "rule pack “city” has no version in force on 2023-12-31")
    #expect(
      try failure("2024-01-15")
        == "rule pack “city” inherits from “country”, which has no version in force on 2024-01-15")
    #expect(try failure("2024-02-01") == nil)
    #expect(try failure("2024-04-15") == "rule pack “city” has no version in force on 2024-04-15")
    #expect(try failure("2024-05-01") == nil)
    #expect(throws: RuleLookupError.unknownProfile("moon")) { try set.rules(for: "moon", on: .max) }
  }

  @Test("overlapping versions, missing parents and circles are refused")
  func refused() throws {
    let first = try RulePackFixture.pack("city", effective: "{from: 2024-01-01, through: 2024-07-01}")
    let second = try RulePackFixture.pack("city", version: "2", effective: "{from: 2024-07-01}")
    #expect(
      message([first, second])
        == "city: effective: version 2, in force from 2024-07-01, overlaps version 1, in force from 2024-01-01 through 2024-07-01"
    )
    let open = try RulePackFixture.pack("city")
    #expect(
      message([second, open])
        == "city: effective: version 2, in force from 2024-07-01, overlaps version 1, in force from 2024-01-01")
    #expect(
      message([try RulePackFixture.pack("city", inherits: "country")])
        == "city: inherits: there is no rule pack “country”")
    #expect(
      message([try RulePackFixture.pack("a", inherits: "b"), try RulePackFixture.pack("b", inherits: "a")])
        == "a: inherits: inherits in a circle: a → b → a")
    #expect(message([]) == "rule packs: there is no rule pack")
  }

  @Test("a missing rule and a rule of another kind are named")
  func lookups() throws {
    let rules = try RulePackSet([RulePackFixture.pack("city")]).rules(for: "city", on: .max)
    func failure(_ body: () throws(RuleLookupError) -> Void) -> String? {
      do throws(RuleLookupError) {
        try body()
        return nil
      } catch {
        return error.description
      }
    }
    #expect(failure { () throws(RuleLookupError) in _ = try rules.period("b") } == "no rule “b” in city 1")
    #expect(
      failure { () throws(RuleLookupError) in _ = try rules.money("a.period") }
        == "rule “a.period” is a period, not a money")
  }

  @Test("rows are found by word, by range and by the lowest division")
  func rows() throws {
    let rules = """
        t.words:
          table:
            columns: {code: text, points: number, validity: "period?"}
            rows: [{code: A, points: 40, validity: 24 months}, {code: B, points: 0.5}]
          source: {of: law}
        t.ranges:
          table:
            columns: {range: interval, colour: text}
            rows: [{range: "[90, 100]", colour: GREEN}, {range: "(70, 90)", colour: YELLOW}]
          source: {of: law}
        t.regions:
          table:
            columns: {region: region, name: text}
            rows: [{region: "360400", name: city}, {region: "360482", name: county}]
          source: {of: law}
      """
    let loaded = try RulePackSet([RulePackFixture.pack("city", rules: rules)]).rules(for: "city", on: .max)
    let words = try loaded.table("t.words")
    let first = try #require(words.row(where: "code", is: "A"))
    #expect(try first.integer("points") == 40)
    #expect(try first.period("validity") == .months(24))
    let second = try #require(words.row(where: "code", is: "B"))
    #expect(throws: RuleLookupError.missingCell(key: "t.words", column: "validity")) { try second.period("validity") }
    #expect(throws: RuleLookupError.notWhole(key: "t.words.points", number: try Ratio(1, over: 2))) {
      try second.integer("points")
    }
    let ranges = try loaded.table("t.ranges")
    #expect(try ranges.row(where: "range", contains: Ratio(90))?.text("colour") == "GREEN")
    #expect(try ranges.row(where: "range", contains: Ratio(8_999, over: 100))?.text("colour") == "YELLOW")
    #expect(ranges.row(where: "range", contains: Ratio(70)) == nil)
    let regions = try loaded.table("t.regions")
    #expect(try regions.row(where: "region", covers: RegionCode("360482"))?.text("name") == "county")
    #expect(try regions.row(where: "region", covers: RegionCode("360425"))?.text("name") == "city")
    #expect(regions.row(where: "region", covers: try RegionCode("321100")) == nil)
  }

  @Test("quiet hours pass midnight")
  func window() throws {
    let quiet = try #require(DailyWindow("22:00-08:00"))
    let day = try #require(CivilDate("2024-02-15"))
    #expect(quiet.contains(ShanghaiTime.instant(day, hour: 22)))
    #expect(quiet.contains(ShanghaiTime.instant(day, hour: 7, minute: 59)))
    #expect(!quiet.contains(ShanghaiTime.instant(day, hour: 8)))
    #expect(
      quiet.firstInstantOutside(from: ShanghaiTime.instant(day, hour: 23)) == ShanghaiTime.instant(day.next, hour: 8))
    #expect(quiet.firstInstantOutside(from: ShanghaiTime.instant(day, hour: 3)) == ShanghaiTime.instant(day, hour: 8))
    #expect(quiet.firstInstantOutside(from: ShanghaiTime.instant(day, hour: 9)) == ShanghaiTime.instant(day, hour: 9))
    #expect(DailyWindow("08:00-08:00") == nil && DailyWindow("24:00-08:00") == nil && DailyWindow("8:00-9:00") == nil)
  }
}
