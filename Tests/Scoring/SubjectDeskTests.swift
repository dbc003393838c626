import Postgres
import Messaging
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceSupport
import Testing

@testable import Scoring

@Suite("The desk of the ledger, over HTTP")
struct SubjectDeskTests {
  private let now: Date
  private let staff = Person("zhao.min")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func path(_ subject: String) -> String { "/v1/subjects/\(subject.addingPercentEncoding)" }

  private func counter(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["THIRTY"], at: now, subject: Fixtures.site),
        Fixtures.inspection("2", ["TEN"], at: now),
      ])
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  @Test("the explanation is printed for people, line by line, as of the day asked for")
  func sheet() async throws {
    try await counter { desk, counter in
      let sheet = try await counter.get("\(path(Fixtures.site))/explanation?format=text", as: staff)
      #expect(sheet.status == 200 && sheet.headers[.contentType] == "text/plain; charset=utf-8")
      for part in ["起始分 100", "三十分", "计分 -30,累计 70", "合计 70", "颜色 红色(绿色 [90, 100]、黄色 (70, 90)、红色 [0, 70])"] {
        #expect(sheet.text.contains(part), "\(sheet.text)")
      }
      let json = try await counter.get("\(path(Fixtures.site))/explanation", as: staff).json
      #expect(json["lines"]?.array?.first?["runningTotal"] == .number("70"))
      let before = try await counter.get("\(path(Fixtures.site))?at=2026-01-05T00:00:00Z", as: staff).json
      #expect(before["colour"]?.string == "unrated" && before["score"] == nil)
      let early = try await counter.get("\(path(Fixtures.site))?at=1999-01-01T00:00:00Z", as: staff)
      #expect(early.status == 422 && early.json["field"]?.string == "query.at")
      #expect(try await counter.get("/v1/subjects/uscc:91350100M000100Y44", as: staff).status == 404)
      let far = Person("far", regions: "110000")
      #expect(try await counter.get(path(Fixtures.site), as: far).code == "region-forbidden")
    }
  }

  @Test("a site gets its owner, a subject its name, an entry its correction; each once for its key")
  func desk() async throws {
    try await counter { desk, counter in
      func post(_ path: String, _ body: JSON, _ key: String, as person: Person? = nil) async throws
        -> CounterAnswer
      {
        try await counter.post(path, body, as: person ?? staff, headers: ["Idempotency-Key": key])
      }
      let owner: JSON = ["ownerKey": .string(Fixtures.firm), "article": "登记"]
      #expect(try await post("\(path(Fixtures.site))/owner", owner, "k1").status == 201)
      #expect(try await post("\(path(Fixtures.site))/owner", owner, "k1").status == 201)
      #expect(try await desk.count("select count(*) from fact where owner is not null") == 1)
      #expect(try await desk.rating()?.score == Points(60))
      let wrong: JSON = ["ownerKey": .string(Fixtures.site)]
      #expect(try await post("\(path(Fixtures.site))/owner", wrong, "k2").json["field"]?.string == "body.ownerKey")
      let clerk = Person("clerk", "clerk")
      #expect(try await post("\(path(Fixtures.site))/owner", owner, "k3", as: clerk).code == "role-missing")

      let name: JSON = ["title": "某砖瓦厂", "kind": "emitter", "region": "610115"]
      #expect(try await post("\(path(Fixtures.site))/registration", name, "k4").status == 201)
      let shown = try await counter.get(path(Fixtures.site), as: staff).json
      #expect(shown["title"]?.string == "某砖瓦厂" && shown["ownerKey"]?.string == Fixtures.firm)

      let entry = Fixtures.entry("1").lowercased
      let correction: JSON = ["reason": "wrong-content", "factCodes": ["TWO"]]
      let corrected = try await post("/v1/facts/\(entry)/correction", correction, "k5")
      #expect(corrected.status == 201, "\(corrected.text)")
      #expect(try await desk.rating(Fixtures.site)?.score == Points(98))
      #expect(try await desk.rating()?.score == Points(88))
      let lines = try await counter.get("\(path(Fixtures.site))/explanation", as: staff).json["lines"]?.array ?? []
      #expect(lines.first?["withdrawnBy"]?.string == corrected.json["entryId"]?.string)
      #expect(try await post("/v1/facts/\(entry)/correction", ["reason": "bored"], "k6").status == 422)
    }
  }

  @Test("who registers later wins, in whatever order it is told; one nobody reported anything about is unrated")
  func registers() async throws {
    try await Desk.with(at: now) { desk in
      func registered(_ title: String, _ number: String, hours: Double) -> SubjectRegistered {
        SubjectRegistered(
          factId: number, subjectKey: Fixtures.firm, region: Fixtures.region,
          registeredAt: now.addingTimeInterval(hours * 3_600), title: title, kind: .assessmentAgency)
      }
      try await desk.take([registered("新名", "2", hours: -1), registered("旧名", "1", hours: -9)])
      try await desk.take([registered("更旧", "0", hours: -99)])
      let found = try await desk.runner.read { try await desk.application.findSubject(Fixtures.firm, at: now, on: $0) }
      #expect(found.registration?.title == "新名" && found.registration?.kind == .assessmentAgency)
      #expect(found.rating?.colour == .unrated && found.rating?.sequence == 0)
      #expect(try await desk.told(.ratingStates).isEmpty)
    }
  }
}
