import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceSupport
import Support
import Testing

@testable import Scoring

@Suite("Law study")
struct StudyTests {
  private let leader = Person("zhao.min", regions: "210800")

  @Test("249 firms of 20 units of 40 minutes are 3,320 hours exactly")
  func hours() async throws {
    let now = try Fixtures.instant(2024, 9, 1)
    try await Desk.with(at: now, profile: "yingkou") { desk in
      let firms = Firms.valid(249)
      try await desk.take(
        firms.enumerated().map { index, firm in
          StudyCompleted(
            factId: "s\(index)", subjectKey: firm, region: "210800", completedAt: now.addingTimeInterval(-3_600),
            minutes: 800, laws: ["AIR_POLLUTION_LAW"], context: .routine)
        })
      // Told again, nothing is counted twice.
      try await desk.take([
        StudyCompleted(
          factId: "s0", subjectKey: firms[0], region: "210800", completedAt: now.addingTimeInterval(-3_600),
          minutes: 800,
          laws: ["AIR_POLLUTION_LAW"], context: .routine)
      ])
      try await Counter.with(desk) { counter in
        let uri = "/v1/study-figures?from=2024-01-01T00:00:00%2B08:00&before=2025-01-01T00:00:00%2B08:00"
        let answer = try await counter.get(uri, as: leader)
        #expect(answer.status == 200)
        #expect(answer.json["firms"]?.integer == 249)
        #expect(answer.json["units"]?.integer == 4_980)
        #expect(answer.json["hours"]?.integer == 3_320 && answer.json["remainingMinutes"]?.integer == 0)
        let elsewhere = try await counter.get(uri + "&region=360000", as: leader)
        #expect(elsewhere.status == 403 && elsewhere.code == "region-forbidden")
        let later = try await counter.get(
          "/v1/study-figures?from=2025-01-01T00:00:00%2B08:00&before=2026-01-01T00:00:00%2B08:00", as: leader)
        #expect(later.json["firms"]?.integer == 0)
        #expect(try await counter.get("/v1/study-figures", as: leader).code == "query-invalid")
      }
    }
  }

  @Test("points are earned by study and examination together, in whatever order they are told, and once")
  func credit() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    let quarry = Quarry(actAt: now)
    let studied = quarry.studied(now.addingTimeInterval(-86_400), minutes: 500, id: "a", number: nil)
    let more = quarry.studied(now.addingTimeInterval(-43_200), minutes: 300, id: "b", number: nil)
    let exam = quarry.examined(now.addingTimeInterval(-3_600), number: nil)
    let rated = Fixtures.inspection("1", ["TEN"], at: now.addingTimeInterval(-7_200))
    var scores: Set<String> = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
      try await Desk.with(at: now) { desk in
        try await desk.take([rated])
        let events: [any EventPayload] = [studied, more, exam]
        for index in order { try await desk.take([events[index]]) }
        try await desk.take([exam, studied])
        let rating = try #require(try await desk.rating())
        scores.insert("\(rating.score?.description ?? "") \(rating.counting)")
        let found = try await desk.runner.read {
          try await desk.application.lenience.findStudy(Quarry.subject, at: now, on: $0)
        }
        #expect(found.account.minutes == 800 && found.credits.count == 1 && found.credits.first?.units == 20)
        #expect(try await desk.told(of: StudyCredited.self).count == 1)
      }
    }
    #expect(scores == ["93 2"])
  }

  @Test("an examination without enough study earns nothing, and neither does study that is too old")
  func tooLittle() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    let quarry = Quarry(actAt: now)
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["TEN"], at: now.addingTimeInterval(-7_200)),
        quarry.studied(now.addingTimeInterval(-400 * 86_400), minutes: 800, id: "old", number: nil),
        quarry.studied(now.addingTimeInterval(-86_400), minutes: 799, id: "short", number: nil),
        quarry.examined(now, number: nil),
      ])
      #expect(try await desk.rating()?.score == Points(90))
      // One minute more, told late, and the examination earns what it would have earned in time.
      try await desk.take([quarry.studied(now.addingTimeInterval(-60), minutes: 1, id: "more", number: nil)])
      #expect(try await desk.rating()?.score == Points(93))
    }
  }

  @Test("more minutes than a year has are refused, and nothing of the event is kept")
  func tooMuch() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Quarry(actAt: now).studied(now, minutes: 525_601)])
      #expect(try await desk.pool.query("select code from dead_letter", as: String.self) == ["field-range"])
      #expect(try await desk.count("select count(*) from case_record") == 0)
      #expect(try await desk.count("select count(*) from fact") == 0)
    }
  }
}
