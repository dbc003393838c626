import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Petitions

@Suite("Daily digests")
struct DigestTests {
  @Test func `every bureau is told each morning what is new, due soon, overdue and sent back`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      try await desk.fireTimers()
      #expect(try await desk.count("select count(*) from digest") == 0, "the day before was not ours")
      let ids = try await desk.register([
        Fixtures.complaint("A"), Fixtures.complaint("B"), Fixtures.complaint("C", region: "360425"),
      ])
      desk.clock.move(to: try Fixtures.instant(2024, 2, 16, hour: 8))
      try await desk.fireTimers()
      func digests() async throws -> [String: DigestCompiled] {
        Dictionary(
          try await desk.told(.petitions).filter { $0.data["dueSoon"] != nil }.map {
            let digest = try DigestCompiled(json: $0.data)
            return (digest.region, digest)
          }, uniquingKeysWith: { $1 })
      }
      let end = try Fixtures.instant(2024, 3, 2, hour: 0)
      var told = try await digests()
      #expect(told.count == 14, "one for each bureau of the routing table")
      #expect(told["360482"]?.day == "2024-02-15" && told["360482"]?.unit == "eco-360482")
      #expect(told["360482"]?.new.count == 2 && told["360425"]?.new.count == 1 && told["360430"]?.new.count == 0)
      #expect(told["360482"]?.dueSoon.count == 0)

      try await desk.step(Accept(), ids[1])
      try await desk.step(Transfer(to: "eco-360425", toRegion: "360425"), ids[1])
      desk.clock.move(to: try Fixtures.instant(2024, 2, 27))
      try await desk.fireTimers()
      told = try await digests()
      #expect(told["360482"]?.new.count == 0 && told["360482"]?.dueSoon.petitions.map(\.petitionId) == [ids[0]])
      #expect(told["360482"]?.dueSoon.petitions.first?.due == end)

      // A transferred case is the receiver's; one whose limit has run out is overdue.
      desk.clock.move(to: try Fixtures.instant(2024, 3, 5))
      try await desk.fireTimers()
      try await desk.step(Handle(outcome: .resolved), ids[1])
      try await desk.step(Recheck(passed: false, unit: "eco-360400"), ids[1])
      desk.clock.move(to: try Fixtures.instant(2024, 3, 6))
      try await desk.fireTimers()
      told = try await digests()
      #expect(told["360482"]?.overdue.petitions.map(\.petitionId) == [ids[0]])
      #expect(told["360482"]?.overdue.petitions.first?.due == end)
      #expect(told["360425"]?.reopened.petitions.map(\.petitionId) == [ids[1]])
      let stored = try await desk.runner.read {
        try await DigestStore.list(
          day: try #require(.init("2024-03-05")), regions: ["360482"], on: $0)
      }
      #expect(stored.count == 1 && stored.first?["overdue"]?["count"]?.integer == 1)
    }
  }

  @Test func `a day whose morning nobody saw gets its digest when the service is back, each day once`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      try await desk.fireTimers()
      desk.clock.move(to: try Fixtures.instant(2024, 2, 16, hour: 8))
      try await desk.fireTimers()
      _ = try await desk.register([Fixtures.complaint("A")])
      desk.clock.move(to: try Fixtures.instant(2024, 2, 17, hour: 7))
      _ = try await desk.register([Fixtures.complaint("B"), Fixtures.complaint("C")])
      // The service was down from the 17th to the 20th at noon.
      desk.clock.move(to: try Fixtures.instant(2024, 2, 20, hour: 12))
      try await desk.fireTimers()
      try await desk.fireTimers()
      let told = try await desk.told(.petitions).filter { $0.data["dueSoon"] != nil }
        .map { try DigestCompiled(json: $0.data) }.filter { $0.region == "360482" }
      #expect(told.map(\.day) == ["2024-02-15", "2024-02-16", "2024-02-17", "2024-02-18", "2024-02-19"])
      #expect(told.map(\.new.count) == [0, 1, 2, 0, 0])
      #expect(try await desk.count("select count(*) from digest where region = '360482'") == 5)
    }
  }

  @Test func `the next digest is at eight, today or tomorrow`() throws {
    let rules = try Fixtures.rules(at: try Fixtures.instant(2024, 2, 15))
    let seven = try Fixtures.instant(2024, 2, 15, hour: 7)
    let eight = try Fixtures.instant(2024, 2, 15, hour: 8)
    #expect(rules.nextDigest(after: seven) == eight)
    #expect(rules.nextDigest(after: eight) == eight.addingTimeInterval(86_400))
    #expect(rules.dueSoon == 5 * 86_400)
  }
}
