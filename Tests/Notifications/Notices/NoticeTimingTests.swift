import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Notifications

@Suite("When messages may disturb")
struct NoticeTimingTests {
  private func at(_ text: String) -> Date { NoticeFixtures.at(text) }

  @Test func `ordinary messages by loud channels wait for the morning`() throws {
    let timing = try NoticeFixtures.book().timing
    func held(_ now: String, _ urgency: MessageUrgency, _ channels: [ContactChannel]) -> Date? {
      timing.notBefore(at(now), urgency: urgency, channels: channels)
    }
    #expect(held("2026-03-02T14:00:00Z", .ordinary, [.sms]) == at("2026-03-03T00:00:00Z"))
    #expect(held("2026-03-02T23:59:00Z", .ordinary, [.phone, .inbox]) == at("2026-03-03T00:00:00Z"))
    #expect(held("2026-03-03T00:00:00Z", .ordinary, [.sms]) == nil)
    #expect(held("2026-03-02T13:59:00Z", .ordinary, [.sms]) == nil)
    #expect(held("2026-03-02T16:00:00Z", .ordinary, [.inbox, .sms]) == nil)
    #expect(held("2026-03-02T16:00:00Z", .ordinary, [.email]) == nil)
    #expect(held("2026-03-02T16:00:00Z", .urgent, [.sms]) == nil)
    #expect(held("2026-03-02T16:00:00Z", .legal, [.sms]) == nil)
  }

  @Test func `digests are compiled in the morning, and old news is no news`() throws {
    let timing = try NoticeFixtures.book().timing
    #expect(timing.nextDigest(after: at("2026-03-01T23:00:00Z")) == at("2026-03-02T00:00:00Z"))
    #expect(timing.nextDigest(after: at("2026-03-02T00:00:00Z")) == at("2026-03-03T00:00:00Z"))
    let old = at("2026-02-01T00:00:00Z")
    #expect(timing.isStale(old, now: at("2026-03-02T00:00:00Z"), urgency: .urgent))
    #expect(!timing.isStale(old, now: at("2026-03-02T00:00:00Z"), urgency: .legal))
    #expect(!timing.isStale(at("2026-03-01T00:00:00Z"), now: at("2026-03-02T00:00:00Z"), urgency: .ordinary))
  }

  @Test func `a day that recurs comes every month, on a working day`() throws {
    let day = try #require(try NoticeFixtures.book().calendar.recurring.first)
    let calendar = WorkingCalendar.builtIn
    // 15 March 2026 is a Sunday: the day is Monday the 16th, announced five days before.
    let march = day.next(after: at("2026-03-01T00:00:00Z"), calendar: calendar)
    #expect(march.starts == at("2026-03-16T01:00:00Z") && march.ends == at("2026-03-16T08:00:00Z"))
    #expect(march.announced == at("2026-03-11T01:00:00Z"))
    #expect(day.next(after: march.announced.addingTimeInterval(-1), calendar: calendar).starts == march.starts)
    let april = day.next(after: march.announced, calendar: calendar)
    #expect(april.starts == at("2026-04-15T01:00:00Z"))
  }

  @Test func `conditions go by values, their presence, and their absence`() throws {
    let event: JSON = ["colour": "red", "missed": ["rule": "x"], "onTime": false, "passed": true, "count": 3]
    for (text, holds) in [
      ("colour = red, yellow", true), ("colour = green", false), ("not colour = green", true), ("missed", true),
      ("missed.rule = x", true), ("onTime", false), ("not onTime", true), ("onTime = false", true), ("passed", true),
      ("passed = true", true), ("absent", false), ("not absent", true), ("absent = false", false), ("count = 3", true),
    ] {
      #expect(try NoticeCondition(text).holds(for: event) == holds, "\(text)")
    }
    #expect(throws: TemplateError.self) { try NoticeCondition("colour =") }
  }
}
