import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Petitions

/// The bureau's lists and steps over HTTP: pages by cursor, versions, requests sent again.
@Suite("The bureau over HTTP")
struct BureauRoutesTests {
  private let now: Date
  private let staff = Person("wang.fang")
  private let county = Person("li.na", regions: "360482")
  private let hotline = Person("vendor", "hotline")

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func serve(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in try await Counter.with(desk) { try await body(desk, $0) } }
  }

  private func letter(_ region: String) -> JSON {
    ["toRegion": .string(region), "findings": [["summary": "三次沟通记录不全。"]]]
  }

  @Test func `letters come in pages that neither repeat nor hide one, and a cursor belongs to its list`() async throws {
    try await serve { _, counter in
      for region in ["360482", "360425", "360483"] {
        #expect(try await counter.post("/v1/reminder-letters", letter(region), as: staff).status == 201)
      }
      let all = try await counter.get("/v1/reminder-letters", as: staff)
      #expect(all.json["letters"]?.array?.count == 3 && all.json["next"] == nil)
      let first = try await counter.get("/v1/reminder-letters?limit=2", as: staff)
      let next = try #require(first.json["next"]?.string)
      let second = try await counter.get("/v1/reminder-letters?limit=2&cursor=\(next)", as: staff)
      let seen = [first, second].flatMap { $0.json["letters"]?.array ?? [] }.compactMap { $0["letterId"]?.string }
      #expect(seen.count == 3 && Set(seen).count == 3 && second.json["next"] == nil)
      let foreign = try await counter.get("/v1/reminder-letters?limit=2&status=draft&cursor=\(next)", as: staff)
      #expect(foreign.status == 422 && foreign.json["field"]?.string == "query.cursor")
      for query in ["status=lost", "limit=0", "after=3", "region=36", "cursor=%20"] {
        #expect(try await counter.get("/v1/reminder-letters?\(query)", as: staff).status == 422, "\(query)")
      }
      #expect(try await counter.get("/v1/rewards?cursor=\(next)", as: staff).status == 422)
    }
  }

  @Test func `a letter is signed on the version that was read, and once however often it is sent`() async throws {
    try await serve { desk, counter in
      let draft = try await counter.post(
        "/v1/reminder-letters", letter("360482"), as: staff, headers: ["Idempotency-Key": "l-1"])
      let again = try await counter.post(
        "/v1/reminder-letters", letter("360482"), as: staff, headers: ["Idempotency-Key": "l-1"])
      #expect(again.text == draft.text && draft.json["file"]?["findings"]?.array?.count == 1)
      let path = "/v1/reminder-letters/\(try #require(draft.json["letterId"]?.string))"
      #expect(try await counter.get(path, as: staff).tag == draft.tag && !draft.tag.isEmpty)
      let findings: JSON = ["findings": [["summary": "现场未恢复。"]]]
      let changed = try await counter.post("\(path)/findings", findings, as: staff, headers: ["If-Match": draft.tag])
      #expect(changed.status == 200 && changed.tag != draft.tag)
      let blind = try await counter.send(.post, "\(path)/issue", as: staff, headers: ["If-Match": draft.tag])
      #expect(blind.status == 412)
      let headers = ["If-Match": changed.tag, "Idempotency-Key": "l-2"]
      let signed = try await counter.send(.post, "\(path)/issue", as: staff, headers: headers)
      #expect(signed.status == 200 && signed.json["status"]?.string == "issued")
      #expect(try await counter.send(.post, "\(path)/issue", as: staff, headers: headers).text == signed.text)
      #expect(try await desk.count("select max(last) from document_number") == 1)
      #expect(try await counter.send(.post, "\(path)/acknowledge", as: county).status == 200)
    }
  }

  @Test func `complaints and records sent again under a key have their effect once`() async throws {
    try await serve { desk, counter in
      let key = ["Idempotency-Key": "c-1"]
      let complaint = Fixtures.complaint("d").json
      let first = try await counter.post("/v1/petitions", complaint, as: hotline, headers: key)
      let again = try await counter.post("/v1/petitions", complaint, as: hotline, headers: key)
      #expect(first.status == 201 && again.status == 201 && first.text == again.text)
      #expect(again.headers[.location] == first.headers[.location])
      #expect(try await counter.post("/v1/petitions", complaint, as: hotline).json["status"]?.string == "duplicate")
      let other = try await counter.post("/v1/petitions", Fixtures.complaint("e").json, as: hotline, headers: key)
      #expect(other.status == 422 && other.code == "idempotency-key-reused")
      let record: JSON = ["kind": "dispute", "day": "2024-02-15", "region": "360482", "summary": "邻里纠纷"]
      var ids: [String?] = []
      for _ in 0..<2 {
        let kept = try await counter.post("/v1/staff-records", record, as: staff, headers: ["Idempotency-Key": "r-1"])
        #expect(kept.status == 201, "\(kept.text)")
        ids.append(kept.json["id"]?.string)
      }
      #expect(ids[0] != nil && ids[0] == ids[1])
      #expect(try await desk.count("select count(*) from staff_record") == 1)
    }
  }

  @Test func `a warning and a repeat leave the version as it was, an end that was missed does not`() async throws {
    try await serve { desk, counter in
      try await desk.take([Fixtures.record(Fixtures.complaint(reporter: nil))])
      let petition = try #require(try await desk.petition("JJ-2024-0001"))
      let path = "/v1/petitions/\(petition.id.lowercased)"
      let tag = try await counter.get(path, as: staff).tag
      desk.clock.move(to: try #require(petition.acceptance.basis.warnings.first))
      try await desk.take([Fixtures.record(Fixtures.complaint("again", reporter: nil), id: "e-2", offset: 1)])
      try await desk.fireTimers()
      let warned = try await counter.get(path, as: staff)
      #expect(warned.json["repeats"]?.integer == 2 && warned.tag == tag)
      #expect(try await desk.count("select count(*) from petition_step where step = 'warned'") == 1)
      desk.clock.move(to: petition.acceptance.basis.due)
      try await desk.fireTimers()
      #expect(try await counter.get(path, as: staff).tag != tag)
      #expect(try await counter.post("\(path)/accept", [:], as: staff, headers: ["If-Match": tag]).status == 412)
    }
  }

  @Test func `others take part in the draw over HTTP, in their own name and at the right time`() async throws {
    try await serve { desk, counter in
      let procuratorate = Person("procuratorate-360400", "agency")
      try await desk.fireTimers()
      let id = MonthlyCheck.id(region: "360400", month: "2024-02").lowercased
      let path = "/v1/monthly-checks/\(id)"
      let seed = String(repeating: "7", count: 64)
      let purpose = try #require(try await counter.get(path, as: procuratorate).json["purpose"]?.string)
      let own = try DrawSeed(contributor: "procuratorate-360400", hexadecimal: seed)
      let commitment: JSON = ["commitment": .string(own.commitment(for: purpose))]
      #expect(try await counter.post("\(path)/commitments", commitment, as: hotline).status == 403)
      let committed = try await counter.post("\(path)/commitments", commitment, as: procuratorate)
      #expect(committed.status == 200 && committed.json["contributions"]?.array?.count == 1)
      #expect(try await counter.post("\(path)/commitments", commitment, as: procuratorate).code == "seed-committed")
      let reveal: JSON = ["seed": .string(seed)]
      #expect(try await counter.post("\(path)/seeds", reveal, as: procuratorate).code == "check-month-running")
      desk.clock.move(to: try Fixtures.instant(2024, 3, 1, hour: 0))
      try await desk.fireTimers()
      #expect(try await counter.get(path, as: staff).json["status"]?.string == "committed", "a seed is still owed")
      #expect(try await counter.post("\(path)/seeds", ["seed": "x"], as: procuratorate).status == 422)
      let wrong: JSON = ["seed": .string(String(repeating: "8", count: 64))]
      #expect(try await counter.post("\(path)/seeds", wrong, as: procuratorate).code == "seed-wrong")
      #expect(try await counter.post("\(path)/seeds", reveal, as: staff).code == "seed-not-committed")
      let drawn = try await counter.post("\(path)/seeds", reveal, as: procuratorate)
      #expect(drawn.status == 200 && drawn.json["seed"] != nil && drawn.json["status"]?.string != "committed")
      #expect(drawn.json["contributions"]?.array?.first?["seed"]?.string == seed)
      let page = try await counter.get("/v1/monthly-checks?limit=1", as: staff)
      #expect(page.json["checks"]?.array?.first?["month"]?.string == "2024-03")
      let next = try await counter.get(
        "/v1/monthly-checks?limit=1&cursor=\(try #require(page.json["next"]?.string))", as: staff)
      #expect(next.json["checks"]?.array?.first?["month"]?.string == "2024-02")
    }
  }
}
