import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

@Suite("Due dates of petitions")
struct DueDateTests {
  @Test func `a complaint of the sixth day of the new year is due on the first of March`() throws {
    let received = try Fixtures.instant(2024, 2, 15)
    let basis = try Fixtures.rules(at: received).basis(of: .acceptance, from: received)
    // 24:00 of 1 March is 0:00 of the next day in Shanghai.
    #expect(basis.due == (try Fixtures.instant(2024, 3, 2, hour: 0)))
    #expect(basis.rule == "petition.acceptance" && basis.article.contains("第二十三条") && !basis.isProvisional)
    #expect(basis.startDay == "2024-02-15" && basis.length == 15 && basis.count == .calendarDays)
  }

  @Test(
    "the vectors of working days hold for clocks: holidays, worked weekends, new year",
    arguments: [
      ("2024-02-08", 5, "2024-02-21"), ("2024-02-08", 10, "2024-02-28"), ("2024-04-30", 10, "2024-05-16"),
      ("2025-01-24", 5, "2025-02-07"), ("2025-01-24", 10, "2025-02-13"), ("2025-09-26", 10, "2025-10-16"),
      ("2026-02-13", 10, "2026-03-05"), ("2023-12-29", 10, "2024-01-15"),
    ])
  func workingDays(start: String, count: Int, last: String) throws {
    let day = try #require(CivilDate(start))
    let rules = try Fixtures.rules(at: ShanghaiTime.start(of: day))
    let reference = try rules.rules.reference("petition.objection")
    let plan = DeadlinePlan(
      kind: .channelAnswer, period: .workingDays(count), rule: reference.key, pack: reference.pack,
      version: reference.version, packHash: reference.hash, article: reference.source, notice: DeadlineNotice())
    let basis = DeadlineBasis(plan, start: day, calendar: rules.calendar)
    #expect(basis.due == ShanghaiTime.end(of: try #require(CivilDate(last))), "\(basis.derivation)")
    if count == 5 {
      #expect(try rules.basis(of: .objection, from: ShanghaiTime.instant(day, hour: 15)).due == basis.due)
    }
  }

  @Test(
    "the vectors of calendar days: the last day rolls on over rest days, and ends at 24:00",
    arguments: [
      ("2024-02-15", DeadlineKind.acceptance, "2024-03-01"), ("2024-02-15", .conclusion, "2024-04-15"),
      ("2025-01-20", .acceptance, "2025-02-05"),
    ])
  func calendarDays(start: String, kind: DeadlineKind, last: String) throws {
    let day = try #require(CivilDate(start))
    let instant = ShanghaiTime.instant(day, hour: 23, minute: 59)
    let basis = try Fixtures.rules(at: instant).basis(of: kind, from: instant)
    #expect(basis.due == ShanghaiTime.end(of: try #require(CivilDate(last))))
    #expect(basis.derivation.last?.contains("24:00") == true)
  }

  @Test func `New Year's Eve of 2024 is worked, and a Sunday that is worked ends a period`() throws {
    let rules = try Fixtures.rules(at: try Fixtures.instant(2024, 2, 2))
    // Friday 2 February: Sunday 4 February is worked, so are 5 to 9 February; the fifth working day is the 8th.
    #expect(
      try rules.basis(of: .objection, from: Fixtures.instant(2024, 2, 2)).due
        == Fixtures.instant(2024, 2, 9, hour: 0))
    // 15 days after 20 January are Sunday 4 February, a working day: nothing rolls.
    let acceptance = try rules.basis(of: .acceptance, from: Fixtures.instant(2024, 1, 20))
    #expect(acceptance.due == acceptance.internalDue)
    #expect(acceptance.due == (try Fixtures.instant(2024, 2, 5, hour: 0)))
  }

  @Test func `a last day in the spring festival rolls on, and the earlier date is kept for the bureau`() throws {
    let received = try Fixtures.instant(2025, 1, 20)
    let basis = try Fixtures.rules(at: received).basis(of: .acceptance, from: received)
    #expect(basis.due == (try Fixtures.instant(2025, 2, 6, hour: 0)))
    #expect(basis.internalDue == (try Fixtures.instant(2025, 2, 5, hour: 0)))
    #expect(basis.derivation.contains { $0.contains("rest day") })
  }

  @Test func `an unannounced year makes a due date provisional`() throws {
    let received = try Fixtures.instant(2026, 12, 28)
    #expect(try Fixtures.rules(at: received).basis(of: .acceptance, from: received).isProvisional)
  }

  @Test func `the basis is the same for all of one day and another for the next`() throws {
    let morning = try Fixtures.instant(2024, 2, 15, hour: 1)
    let rules = try Fixtures.rules(at: morning)
    let evening = try Fixtures.instant(2024, 2, 15, hour: 23)
    let next = try Fixtures.instant(2024, 2, 16, hour: 0)
    #expect(try rules.basis(of: .acceptance, from: morning).id == rules.basis(of: .acceptance, from: evening).id)
    #expect(try rules.basis(of: .acceptance, from: morning).id != rules.basis(of: .acceptance, from: next).id)
    #expect(try rules.basis(of: .acceptance, from: morning).id != rules.basis(of: .conclusion, from: morning).id)
  }

  @Test(arguments: DeadlineKind.allCases)
  func `every clock names its rule, article and derivation, and fits the contract`(kind: DeadlineKind) throws {
    let start = try Fixtures.instant(2024, 2, 15)
    let rules = try Fixtures.rules(at: start, of: "lintong")
    let bases: [DeadlineBasis] =
      switch kind {
      case .channelDecision, .channelAnswer:
        try rules.intakeClocks(from: start).further.values.flatMap { $0 }.filter { $0.kind == kind }
      case .supervision: try SupervisionLevel.allCases.map { try rules.supervision($0, from: start) }
      default: [try rules.basis(of: kind, from: start)]
      }
    #expect(!bases.isEmpty)
    for basis in bases {
      #expect(basis.rule.hasPrefix("petition.") && basis.packHash.count == 64 && basis.derivation.count >= 3)
      #expect(basis.kind.isDuty || basis.instants.isEmpty)
      let date = basis.dueDate(from: start)
      #expect(try Contracts.DueDate(json: date.json) == date)
    }
  }

  @Test func `a division has its county's bureau, and one without a row its own`() throws {
    let rules = try Fixtures.rules(at: try Fixtures.instant(2024, 2, 15))
    #expect(try rules.unit(for: RegionCode("360482")) == "eco-360482")
    #expect(try rules.unit(for: RegionCode("321100")) == "eco-321100")
  }
}
