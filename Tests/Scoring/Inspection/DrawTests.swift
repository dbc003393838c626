import Civics
import Contracts
import FoundationEssentials
import ServiceKit
import Testing

@testable import Scoring

@Suite("Double-random draws")
struct DrawTests {
  private let now: Date

  init() throws { now = try Fixtures.instant(2026, 1, 1) }

  private func rules(_ level: InspectionLevel = .county) throws -> DrawRules {
    try DrawRules(try Fixtures.book("lintong").rules(at: now), level: level)
  }

  private func units(_ count: Int, _ inspectionClass: InspectionClass = .key, _ colour: Colour = .green)
    -> [DrawCandidate]
  {
    (0..<count).map {
      DrawCandidate(
        subject: "site:610115:\(inspectionClass.rawValue)\(colour.rawValue)\($0)", region: Fixtures.region,
        inspectionClass: inspectionClass, colour: colour)
    }
  }

  private func staff(_ count: Int, interests: [String] = []) -> [Inspector] {
    (0..<count).map {
      Inspector(
        number: "6101\($0 + 10)", region: Fixtures.region, interests: $0 == 0 ? interests : [], isActive: true,
        version: 1, updatedAt: now)
    }
  }

  private func draw(_ quarter: String = "2026-Q1") throws -> InspectionDraw {
    try InspectionDraw(
      region: Fixtures.region, level: .county, quarter: try #require(FigurePeriod(quarter)), at: now)
  }

  @Test func `quotas are those of the level, rounded up, and never more than there are`() throws {
    let county = try rules()
    #expect(county.quota(of: .key, units: 8, left: 8, inspectors: 4, isLastOfYear: false) == 2)
    #expect(county.quota(of: .key, units: 9, left: 9, inspectors: 4, isLastOfYear: false) == 3)
    #expect(county.quota(of: .key, units: 9, left: 1, inspectors: 4, isLastOfYear: false) == 1)
    #expect(county.quota(of: .key, units: 9, left: 5, inspectors: 4, isLastOfYear: true) == 5)
    #expect(county.quota(of: .general, units: 500, left: 500, inspectors: 4, isLastOfYear: false) == 40)
    #expect(county.quota(of: .special, units: 7, left: 7, inspectors: 4, isLastOfYear: false) == 7)
    let city = try rules(.city)
    #expect(city.quota(of: .key, units: 100, left: 100, inspectors: 4, isLastOfYear: false) == 5)
    #expect(city.quota(of: .key, units: 100, left: 40, inspectors: 4, isLastOfYear: true) == 5)
    #expect(city.quota(of: .general, units: 500, left: 500, inspectors: 4, isLastOfYear: false) == 20)
  }

  @Test func `every key unit of a county is drawn exactly once in the four quarters of a year`() throws {
    let candidates = units(10) + units(5, .key, .yellow)
    var drawn: [String] = []
    for quarter in ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"] {
      let plan = try DrawPlan(
        try draw(quarter), candidates: candidates, drawnBefore: Set(drawn), staff: staff(3), rules: try rules())
      drawn += plan.assignments.map(\.subject)
    }
    #expect(drawn.sorted() == candidates.map(\.subject).sorted())
  }

  @Test func `a yellow unit is drawn four times as often as a green one`() throws {
    let candidates = units(1, .key, .green) + units(1, .key, .yellow)
    let rules = try rules()
    var yellow = 0
    for number in 0..<2000 {
      // Seeds that are the same in every run: the chance is that of the hash.
      let digits = String(number)
      let seed = try DrawSeed(
        contributor: "test", hexadecimal: String(repeating: "0", count: 64 - digits.utf8.count) + digits)
      let stratum = try StratumDraw(
        .key, candidates: candidates, quota: 1, rules: rules, purpose: "test", seeds: [seed])
      if stratum.drawn.first?.contains("yellow") == true { yellow += 1 }
    }
    // 1600 is expected, with a deviation of 18.
    #expect((1500...1700).contains(yellow))
  }

  @Test func `who has an interest in a unit stands back, and two others go`() throws {
    let candidates = units(4, .special)
    let plan = try DrawPlan(
      try draw(), candidates: candidates, drawnBefore: [], staff: staff(4, interests: candidates.map(\.subject)),
      rules: try rules())
    #expect(plan.assignments.count == 4)
    for assignment in plan.assignments {
      #expect(assignment.inspectors.count == 2 && Set(assignment.inspectors).count == 2)
      #expect(!assignment.inspectors.contains("610110"))
      #expect(assignment.avoided.isEmpty || assignment.avoided == ["610110"])
    }
    #expect(throws: InspectionError.inspectorsShort(needed: 2)) {
      _ = try DrawPlan(
        try draw(), candidates: candidates, drawnBefore: [], staff: staff(2, interests: candidates.map(\.subject)),
        rules: try rules())
    }
  }

  @Test func `another party's seed has its part, and only the one it committed to`() throws {
    var draw = try draw()
    let own = try DrawSeed.random(contributor: "procuratorate")
    try draw.contribute(own.commitment(for: draw.purpose), by: "procuratorate")
    #expect(throws: InspectionError.contributorTaken) {
      try draw.contribute(own.commitment(for: draw.purpose), by: "procuratorate")
    }
    #expect(throws: InspectionError.contributorTaken) { try draw.contribute(own.hexadecimal, by: "scoring") }
    let other = try DrawSeed.random(contributor: "procuratorate")
    #expect(throws: InspectionError.seedUnknown) { try draw.reveal(other.hexadecimal, by: "procuratorate") }
    #expect(throws: InspectionError.seedUnknown) { try draw.reveal(own.hexadecimal, by: "court") }
    #expect(try draw.seeds.count == 1)
    try draw.reveal(own.hexadecimal, by: "procuratorate")
    #expect(try draw.seeds.map(\.contributor).sorted() == ["procuratorate", "scoring"])
  }

  @Test func `quarters begin and end by Shanghai's calendar`() throws {
    let quarter = FigurePeriod(quarterOf: try Fixtures.instant(2025, 12, 31, hour: 23))
    #expect(quarter.text == "2025-Q4" && quarter.isLastOfYear && quarter.nextQuarter.text == "2026-Q1")
    #expect(quarter.end == ShanghaiTime.start(of: try #require(CivilDate("2026-01-01"))))
    #expect(quarter.firstQuarter.text == "2025-Q1")
    #expect(FigurePeriod("2026-02/2026-04")?.isQuarter != true)
    #expect(FigurePeriod("2026-01-01/2026-03-31")?.wholeMonths == 3)
    #expect(FigurePeriod("2026-01-01/2026-03-30")?.wholeMonths == nil)
  }
}
