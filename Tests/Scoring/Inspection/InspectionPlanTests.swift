import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Scoring

@Suite("How often units are inspected")
struct InspectionPlanTests {
  private let now: Date
  private let rules: InspectionRules

  init() throws {
    now = try Fixtures.instant(2026, 7, 1)
    rules = try Fixtures.inspections()
  }

  private func plan(
    _ colour: Colour, _ record: ComplianceRecord = ComplianceRecord(), groups: [String] = [], isListed: Bool = false,
    at instant: Date? = nil
  ) throws -> InspectionPlan {
    try rules.plan(
      colour: colour, record: record, unit: try Fixtures.unit(groups: groups), isListed: isListed, at: instant ?? now)
  }

  @Test func `green is inspected less often than everyone was before, yellow more often, red most often`() throws {
    let base = try plan(.unrated).perYear
    #expect(try plan(.green).perYear < base)
    #expect(try base < plan(.yellow).perYear)
    #expect(try plan(.yellow).perYear < plan(.red).perYear)
    #expect(try plan(.green).mode == .offSiteFirst && plan(.yellow).mode == .ordinary)
    #expect(try plan(.green).reasons == [.colour])
  }

  @Test(arguments: ["2", "3"])
  func `a pack in which green is inspected as often as before, or more, is not used`(green: String) throws {
    let changed = try Fixtures.book(
      changing: """
          scoring.inspection.frequencies:
            table:
              columns: {code: text, per-year: number}
              rows:
                - {code: GREEN, per-year: \(green)}
                - {code: BASELINE, per-year: 2}
                - {code: YELLOW, per-year: 4}
                - {code: RED, per-year: 12}
            assumed: true
            reason: for tests
        """)
    #expect(throws: ScoringError.self) { try InspectionRules(changed) }
  }

  @Test(arguments: ["ABOVE_SCALE", "PERFORMANCE_B", "FRONT_RUNNER", "KEY_TRADER"])
  func `firms of the four classes are not disturbed while their record is good`(group: String) throws {
    let quiet = try plan(.green, groups: [group])
    #expect(quiet.perYear == .zero && quiet.mode == .undisturbed && quiet.reasons == [.colour, .noDisturb])
    #expect(try plan(.yellow, groups: [group]).mode == .ordinary)
    #expect(try plan(.red, groups: [group]).perYear == plan(.red).perYear)
    #expect(try plan(.green, groups: ["PERFORMANCE_A"]).mode == .offSiteFirst)
  }

  @Test func `complaints and repeated violations win over a class that is not disturbed, and only while they count`()
    throws
  {
    let two = Fixtures.record(before: now, complaints: [10, 20])
    #expect(try plan(.green, two, groups: ["ABOVE_SCALE"]).mode == .undisturbed)
    let three = Fixtures.record(before: now, complaints: [10, 20, 300])
    let intensified = try plan(.green, three, groups: ["ABOVE_SCALE"])
    #expect(intensified.mode == .intensified && intensified.reasons == [.colour, .complaints])
    #expect(try intensified.perYear == plan(.yellow).perYear)
    // The oldest of the three counts twelve months; then the plan changes by itself.
    let end = try #require(intensified.changesAt)
    #expect(end == ShanghaiTime.end(of: ShanghaiTime.day(of: three.complaints[0]).adding(months: 12)))
    #expect(try plan(.green, three, groups: ["ABOVE_SCALE"], at: end.addingTimeInterval(-1)).mode == .intensified)
    #expect(try plan(.green, three, groups: ["ABOVE_SCALE"], at: end).mode == .undisturbed)
    let repeated = Fixtures.record(before: now, violations: [1, 2])
    #expect(try plan(.yellow, repeated).perYear == plan(.red).perYear)
    #expect(try plan(.red, repeated).perYear == plan(.red).perYear)
    #expect(try plan(.green, repeated, isListed: true).reasons == [.colour, .repeatedViolations])
  }

  @Test func `a firm on the positive list is supervised from afar`() throws {
    let listed = try plan(.green, isListed: true)
    #expect(listed.mode == .offSiteFirst && listed.reasons == [.colour, .positiveList])
    #expect(try listed.perYear <= plan(.green).perYear)
  }

  @Test func `a penalty of the last year, or three verified complaints, make a special unit for as long as they count`()
    throws
  {
    #expect(try plan(.green, Fixtures.record(before: now, complaints: [1, 2], violations: [1])).specialUntil == nil)
    let fined = try #require(try plan(.green, Fixtures.record(before: now, penalties: [30])).specialUntil)
    #expect(fined == ShanghaiTime.end(of: ShanghaiTime.day(of: now).adding(days: -30).adding(months: 12)))
    #expect(try plan(.green, Fixtures.record(before: now, penalties: [400])).specialUntil == nil)
    #expect(try plan(.green, Fixtures.record(before: now, complaints: [1, 2, 3])).specialUntil != nil)
  }
}
