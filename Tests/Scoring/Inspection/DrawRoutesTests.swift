import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Scoring

@Suite("A double-random draw from commitment to release")
struct DrawRoutesTests {
  private let start: Date
  private let supervisor = Person("wang", "supervisor")
  private let procuratorate = Person("procuratorate", "agency")

  init() throws { start = try Fixtures.instant(2025, 12, 20) }

  private struct Drawn {
    let id: String
    let committed: [UInt8]
  }

  /// Eight key units, three general ones, four inspectors, one of whom knows a firm; a draw committed to.
  private func prepared(_ desk: Desk, _ counter: Counter) async throws -> Drawn {
    for number in 0..<11 {
      let path = "/v1/units/site:610115:unit\(number)"
      let body: JSON = ["region": "610115", "inspectionClass": .string(number < 8 ? "key" : "general")]
      #expect(try await counter.send(.put, path, as: supervisor, body).status == 201)
    }
    for number in 0..<4 {
      let interests: [JSON] = number == 0 ? (0..<11).map { .string("site:610115:unit\($0)") } : []
      let answer = try await counter.send(
        .put, "/v1/inspectors/6101-\(number)", as: supervisor, ["region": "610115", "interests": .array(interests)])
      #expect(answer.status == 201)
    }
    let body: JSON = ["region": "610115", "level": "county", "quarter": "2026-Q1"]
    let answer = try await counter.post("/v1/inspection-draws", body, as: supervisor)
    #expect(answer.status == 201 && answer.json["seed"] == nil)
    #expect(try await counter.post("/v1/inspection-draws", body, as: supervisor).code == "draw-there")
    let id = try #require(answer.json["drawId"]?.string)
    let told = try #require(try await desk.told(.scores, about: id).first)
    return Drawn(id: id, committed: told.data.bytes)
  }

  @Test func `the list is secret until its release, and then a third party draws the same in another language`()
    async throws
  {
    try await Desk.with(at: start, profile: "lintong") { desk in
      try await Counter.with(desk) { counter in
        let drawn = try await prepared(desk, counter)
        let path = "/v1/inspection-draws/\(drawn.id)"
        let purpose = "double-random 610115 2026-Q1"
        let seed = try DrawSeed.random(contributor: procuratorate.name)
        let commitment = JSON.string(seed.commitment(for: purpose))
        #expect(
          try await counter.post("\(path)/commitments", ["commitment": commitment], as: procuratorate).status == 200)
        desk.clock.move(to: try Fixtures.instant(2026, 1, 5))
        #expect(try await counter.post("\(path)/draw", [:], as: supervisor).code == "seeds-missing")
        #expect(
          try await counter.post("\(path)/seeds", ["seed": .string(seed.hexadecimal)], as: procuratorate).status == 200)
        #expect(try await counter.post("\(path)/draw", [:], as: Person("li", "handler")).status == 403)
        #expect(try await counter.post("\(path)/draw", [:], as: supervisor).status == 200)
        try await secret(desk, counter, drawn.id, seed)
        #expect(try await counter.post("\(path)/release", [:], as: supervisor).code == "results-missing")
        try await inspect(desk, counter, path)
        #expect(try await counter.post("\(path)/release", [:], as: supervisor).status == 200)
        try await verify(desk, counter, drawn)
      }
    }
  }

  /// Nobody but those who send inspectors out sees what was drawn, and no event tells it.
  private func secret(_ desk: Desk, _ counter: Counter, _ id: String, _ seed: DrawSeed) async throws {
    let path = "/v1/inspection-draws/\(id)"
    for person in [Person("li", "handler,clerk"), procuratorate] {
      let seen = try await counter.get(path, as: person)
      #expect(seen.status == 200 && seen.json["drawn"] == nil && seen.json["seed"] == nil)
      #expect(!seen.text.contains(seed.hexadecimal) && seen.json["resultSha256"]?.string?.utf8.count == 64)
    }
    #expect(try await counter.get(path, as: supervisor).json["drawn"]?.array?.count == 5)
    #expect(try await desk.count("select count(*) from audit where action = 'inspection-draw.seen'") == 1)
    #expect(try await counter.get("/v1/public\(path.dropFirst(3))", as: nil).status == 404)
    let told = try await desk.told(.scores, about: id)
    #expect(told.count == 2)
    for event in told {
      #expect(event.data["seed"] == nil && !String(decoding: event.data.bytes, as: UTF8.self).contains("610115:unit"))
    }
    // The next quarter is committed to while nobody can know its pools.
    #expect(try await desk.count("select count(*) from inspection_draw where quarter = '2026-Q2'") == 1)
  }

  /// Half of the results come over HTTP, the other half as facts of enforcement.
  private func inspect(_ desk: Desk, _ counter: Counter, _ path: String) async throws {
    desk.clock.move(to: try Fixtures.instant(2026, 1, 12))
    let drawn = try #require(try await counter.get(path, as: supervisor).json["drawn"]?.array)
    for (index, unit) in drawn.enumerated() {
      let subject = try #require(unit["subjectKey"]?.string)
      let number = "JC-\(index)"
      if index % 2 == 0 {
        let body: JSON = [
          "subjectKey": .string(subject), "inspectionNumber": .string(number),
          "inspectedAt": "2026-01-10T10:00:00+08:00",
          "problems": .bool(index == 0), "factCodes": .array(index == 0 ? ["DUST_UNCONTROLLED"] : []),
        ]
        #expect(try await counter.post("\(path)/results", body, as: Person("li", "handler")).status == 201)
        let again = try await counter.post("\(path)/results", body, as: Person("li", "handler"))
        #expect(again.code == "result-there")
        #expect(try await desk.rating(subject)?.score == (index == 0 ? Points(95) : Points(100)))
      } else {
        try await desk.take([
          Fixtures.inspection(number, [], at: try Fixtures.instant(2026, 1, 11), subject: subject)
        ])
      }
    }
    let stray: JSON = [
      "subjectKey": "site:610115:elsewhere", "inspectionNumber": "JC-X", "inspectedAt": "2026-01-10T10:00:00+08:00",
      "problems": false,
    ]
    #expect(try await counter.post("\(path)/results", stray, as: supervisor).code == "subject-not-drawn")
  }

  private func verify(_ desk: Desk, _ counter: Counter, _ drawn: Drawn) async throws {
    let path = "/v1/public/inspection-draws/\(drawn.id)"
    let released = try await counter.get(path, as: nil)
    #expect(released.status == 200)
    let event = try #require(try await desk.told(InspectionDrawReleased.self).first).json
    var pools: [String: [UInt8]] = [:]
    for name in ["special", "key", "general", "inspectors"] {
      pools["\(name).txt"] = Array(try await counter.get("\(path)/pools/\(name)", as: nil).text.utf8)
    }
    func check(_ draw: JSON, _ pools: [String: [UInt8]]) throws -> Int32 {
      var files = pools
      files["draw.json"] = draw.bytes
      files["committed.json"] = drawn.committed
      return try Script.withFolder(files) {
        try Fixtures.run("verify-inspection-draw", ["\($0)/draw.json", $0, "\($0)/committed.json"]).code
      }
    }
    #expect(try check(released.json, pools) == 0)
    #expect(try check(event, pools) == 0)
    // Whatever is bent, the third party sees it.
    var bent = try InspectionDrawReleased(json: event)
    bent.drawn[0].inspectors.reverse()
    #expect(try check(bent.json, pools) == 1)
    bent = try InspectionDrawReleased(json: event)
    bent.contributions = []
    #expect(try check(bent.json, pools) == 1)
    bent = try InspectionDrawReleased(json: event)
    bent.drawn.removeLast()
    #expect(try check(bent.json, pools) == 1)
    bent = try InspectionDrawReleased(json: event)
    bent.resultSha256 = bent.seed
    #expect(try check(bent.json, pools) == 1)
    var other = pools
    other["key.txt"] = Array(String(decoding: pools["key.txt"] ?? [], as: UTF8.self).dropLast(3).utf8)
    #expect(try check(event, other) == 1)
  }
}
