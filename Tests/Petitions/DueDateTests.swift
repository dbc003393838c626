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

  @Test func `a place belongs to its county's bureau, and one without a row to its division's own`() throws {
    let rules = try Fixtures.rules(at: try Fixtures.instant(2024, 2, 15))
    #expect(try rules.unit(for: RegionCode("360482")) == "eco-360482")
    #expect(try rules.unit(for: RegionCode("321100")) == "eco-321100")
  }
}
