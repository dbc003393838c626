import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Scoring

@Suite("What follows from a colour")
struct FollowRatingsTests {
  private let leader = Person("zhao", "leader")

  @Test("90 recommends for the positive list and enters nobody; 89.99 and 70 change the frequency (E2E-9)")
  func boundaries() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      for (number, code) in [("1", "TEN"), ("2", "HUNDREDTH"), ("3", "NINETEEN_99")] {
        try await desk.take([Fixtures.inspection(number, [code], at: now)])
        try await desk.move(to: now)
      }
      let recommended = try await desk.told(PositiveListRecommended.self)
      #expect(recommended.count == 1 && recommended.first?.colour == .green && recommended.first?.ground == .colour)
      #expect(try await desk.told(PositiveListEntered.self).isEmpty)
      let changes = try await desk.told(InspectionFrequencyChanged.self)
      #expect(changes.map(\.colour) == [.green, .yellow])
      #expect(changes.map(\.perYear) == [1, 12] && changes.map(\.perYearBefore) == [nil, 1])
      // Two violations within a year: yellow is inspected as often as red, and red as before.
      #expect(changes.map(\.mode) == [.offSiteFirst, .intensified])
      let numbers = try await desk.sequences(of: Fixtures.firm)
      #expect(numbers == Array(1...Int64(numbers.count)))
      // Whoever starts from the states knows all of them.
      let state = try #require(try await desk.told(.ratingStates).last)
      #expect(try RatingState(json: state.data).sequence == numbers.count)
      // Nothing changes, nothing is told.
      try await desk.take([Fixtures.inspection("4", ["NOTHING"], at: now)])
      try await desk.move(to: now)
      #expect(try await desk.sequences(of: Fixtures.firm).count == numbers.count)
    }
  }

  @Test func `when the record lapses the plan changes at the right instant, without anyone asking`() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["TWO"], at: now),
        Fixtures.inspection("2", ["TWO"], at: now.addingTimeInterval(-86_400)),
      ])
      try await desk.move(to: now)
      let end = ShanghaiTime.end(of: ShanghaiTime.day(of: now.addingTimeInterval(-86_400)).adding(months: 12))
      func mode() async throws -> InspectionMode? {
        try await desk.runner.read { try await PlanStore.find([Fixtures.firm], on: $0) }[Fixtures.firm]?.plan.mode
      }
      #expect(try await mode() == .intensified)
      try await desk.move(to: end.addingTimeInterval(-1))
      #expect(try await mode() == .intensified)
      try await desk.move(to: end)
      #expect(try await mode() == .offSiteFirst)
      let last = try #require(try await desk.told(InspectionFrequencyChanged.self).last)
      #expect(last.at == end && last.perYear == 1 && last.perYearBefore == 4)
    }
  }

  @Test func `lists of plans show a region's own, page by page, and as a table`() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now, profile: "lintong") { desk in
      for number in 0..<5 {
        try await desk.take([
          Fixtures.inspection("\(number)", [], at: now, subject: "site:610115:甲\(number)")
        ])
      }
      try await desk.move(to: now)
      try await Counter.with(desk) { counter in
        let first = try await counter.get("/v1/inspection-plans?region=610115&limit=3", as: leader)
        #expect(first.status == 200 && first.json["plans"]?.array?.count == 3)
        let next = try #require(first.json["next"]?.string)
        let second = try await counter.get("/v1/inspection-plans?region=610115&limit=3&cursor=\(next)", as: leader)
        #expect(second.json["plans"]?.array?.count == 2 && second.json["next"] == nil)
        #expect(try await counter.get("/v1/inspection-plans?limit=3&cursor=\(next)", as: leader).status == 422)
        let table = try await counter.get("/v1/inspection-plans?format=csv", as: leader)
        #expect(table.text.split(separator: "\r\n").count == 6)
        let abroad = Person("zhao", "leader", regions: "360400")
        #expect(try await counter.get("/v1/inspection-plans", as: abroad).json["plans"]?.array == [])
        #expect(try await counter.get("/v1/inspection-plans/site:610115:甲1".addingPercent, as: abroad).status == 403)
        #expect(try await counter.get("/v1/inspection-plans/site:610115:甲1".addingPercent, as: leader).status == 200)
      }
    }
  }
}

extension String {
  /// As a browser sends it.
  var addingPercent: String {
    utf8.reduce(into: "") { text, byte in
      if byte < 0x80 {
        text.append(Character(UnicodeScalar(byte)))
      } else {
        text += "%" + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
