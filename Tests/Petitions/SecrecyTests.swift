import Contracts
import FoundationEssentials
import Hummingbird
import Postgres
import ServiceSupport
import Testing

@testable import Petitions

@Suite("The reporter's secrecy at the desk")
struct SecrecyTests {
  private let now: Date
  private let leader = Person("zhao.min")
  private let county = Person("county", regions: "360482")

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func counter(
    secret: Bool = false, isVaultOpen: Bool = true,
    _ body: @escaping @Sendable (Desk, Counter, String) async throws -> Void
  ) async throws {
    try await Desk.with(at: now, isVaultOpen: isVaultOpen) { desk in
      var complaint = Fixtures.complaint(content: "侯先生说水泥制品厂非法洗砂，电话13800138000。")
      complaint.secret = secret
      try await desk.take([Fixtures.record(complaint)])
      let id = EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-2024-0001").lowercased
      try await Counter.with(desk) { try await body(desk, $0, "/v1/petitions/\(id)") }
    }
  }

  /// Writes a summary and approves it.
  private func approve(_ text: String, _ petition: String, _ counter: Counter) async throws -> CounterAnswer {
    let seen = try await counter.get(petition, as: leader).tag
    let draft = try await counter.send(
      .put, "\(petition)/summary", as: leader, ["text": .string(text)], headers: ["If-Match": seen])
    #expect(draft.status == 200)
    return try await counter.send(
      .post, "\(petition)/approve-summary", as: leader, headers: ["If-Match": draft.tag])
  }

  @Test func `a search by exact number finds the case, is on record, and leaves no number behind`() async throws {
    try await counter { desk, counter, petition in
      try await desk.fireTimers()
      let found = try await counter.post(
        "/v1/petitions/search", ["phone": "+86 138-0013-8000", "reason": "来电询问"], as: leader)
      #expect(found.status == 200 && found.json["petitions"]?.array?.count == 1)
      let email = try await counter.post(
        "/v1/petitions/search", ["email": "hou@EXAMPLE.com", "reason": "来信"], as: leader)
      #expect(email.json["petitions"]?.array?.count == 1)
      let near = try await counter.post(
        "/v1/petitions/search", ["phone": "1380013800", "reason": "来电询问"], as: leader)
      #expect(near.json["petitions"]?.array?.isEmpty == true)
      let elsewhere = Person("far", regions: "321100")
      let other = try await counter.post(
        "/v1/petitions/search", ["phone": "13800138000", "reason": "来电询问"], as: elsewhere)
      #expect(other.json["petitions"]?.array?.isEmpty == true)
      let rows = try await desk.pool.query(
        "select actor, detail from audit where action = 'petition.searched-by-contact' order by id",
        as: (String, [UInt8]).self)
      #expect(rows.count == 4 && rows.first?.0 == "zhao.min")
      let details = rows.map { String(decoding: $0.1, as: UTF8.self) }
      #expect(details.allSatisfy { !$0.contains("13800138") && !$0.contains("138-0013") })
      #expect(String(decoding: try #require(rows.first).1, as: UTF8.self).contains("来电询问"))
    }
  }

  @Test(
    arguments: [
      (["reason": "x"], "field-missing", "body.phone"),
      (["phone": "1", "email": "a", "reason": "x"], "field-conflict", "body.email"),
      (["phone": "abc", "reason": "x"], "field-format", "body.phone"),
      (["phone": "138"], "field-missing", "body.reason"),
      (["phone": 138, "reason": "x"], "field-type", "body.phone"),
      (["email": " ", "reason": "x"], "field-empty", "body.email"),
      (["phone": .string(String(repeating: "1", count: 65)), "reason": "x"], "field-too-long", "body.phone"),
      (["phone": "138", "reason": " "], "field-empty", "body.reason"),
    ] as [(JSON, String, String)])
  func `a search that makes no sense says why`(body: JSON, code: String, field: String) async throws {
    try await counter { _, counter, _ in
      let answer = try await counter.post("/v1/petitions/search", body, as: leader)
      #expect(answer.status == 422 && answer.code == code && answer.json["field"]?.string == field)
    }
  }

  @Test func `words are shown masked and without the reporter, identity to few, each with a reason`() async throws {
    try await counter { desk, counter, petition in
      let handler = Person("handler", "handler")
      let words = try await counter.post("\(petition)/words", ["reason": "现场核查"], as: handler)
      #expect(words.json["complaint"]?["content"]?.string == "**说水泥制品厂非法洗砂，电话**。")
      #expect(words.json["complaint"]?["reporter"] == nil && words.json["complaint"]?["externalId"] == nil)
      #expect(try await counter.post("\(petition)/identity", ["reason": "回访"], as: handler).code == "role-missing")
      #expect(try await counter.post("\(petition)/identity", [:], as: leader).json["field"]?.string == "body.reason")
      let identity = try await counter.post("\(petition)/identity", ["reason": "回访"], as: leader)
      #expect(identity.json["complaint"]?["reporter"]?["name"]?.string == "侯先生")
      #expect(try await desk.count("select count(*) from audit where action like 'petition.%-revealed'") == 2)
    }
  }

  @Test func `without the vault's key nothing is opened, and nothing is on record as opened`() async throws {
    try await counter(isVaultOpen: false) { desk, counter, petition in
      for part in ["words", "identity"] {
        let answer = try await counter.post("\(petition)/\(part)", ["reason": "x"], as: leader)
        #expect(answer.status == 501 && answer.code == "vault-closed")
      }
      #expect(try await desk.count("select count(*) from audit where action like 'petition.%-revealed'") == 0)
      let seen = try await counter.get(petition, as: leader).tag
      let draft = try await counter.send(
        .put, "\(petition)/summary", as: leader, ["text": "侯先生反映洗砂"], headers: ["If-Match": seen])
      #expect(draft.json["draft"]?["compared"]?.bool == false)
    }
  }

  @Test func `a summary goes out when it is approved, masked by pattern and by what is sealed`() async throws {
    try await counter { desk, counter, petition in
      let answer = try await approve("侯先生（Hou@example.com，13800138000）反映水泥制品厂洗砂。", petition, counter)
      let text = "某先生（**，**）反映水泥制品厂洗砂。"
      #expect(answer.status == 200 && answer.json["approved"]?["text"]?.string == text)
      let told = try #require(try await desk.told(.petitions).last)
      #expect(told.data["summary"]?.string == text && told.data["revision"]?.integer == 1)
      #expect(try await desk.told(.petitionStates).last?.data["summary"]?.string == text)
      let kept = try await desk.pool.query(
        "select string_agg(detail::text, '') || (select file::text from petition) from petition_step", as: String.self)
      #expect(kept.first?.contains("13800138000") == false && kept.first?.contains("侯") == false)
    }
  }

  @Test func `a text is approved as it was read, or not`() async throws {
    try await counter { _, counter, petition in
      let seen = try await counter.get(petition, as: leader).tag
      let put = { (text: String, tag: String?) in
        try await counter.send(
          .put, "\(petition)/summary", as: leader, ["text": .string(text)],
          headers: tag.map { ["If-Match": $0] } ?? [:])
      }
      #expect(try await put("一", nil).status == 428)
      let first = try await put("一", seen)
      #expect(try await put("二", seen).code == "precondition-failed")
      let second = try await put("三", first.tag)
      let approve = { (tag: String?) in
        try await counter.send(
          .post, "\(petition)/approve-summary", as: leader, headers: tag.map { ["If-Match": $0] } ?? [:])
      }
      #expect(try await approve(nil).status == 428)
      #expect(try await approve(first.tag).status == 412)
      let done = try await approve(second.tag)
      #expect(done.json["approved"]?["text"]?.string == "三")
      #expect(try await approve(done.tag).code == "step-out-of-turn")
      let clerk = Person("clerk", "clerk")
      #expect(
        try await counter.send(.post, "\(petition)/approve-summary", as: clerk, headers: ["If-Match": done.tag]).code
          == "role-missing")
    }
  }

  @Test func `in the secret mode the receiver gets the sheet, and what it read is on record`() async throws {
    try await counter { desk, counter, petition in
      #expect(try await counter.post("\(petition)/accept", [:], as: leader).status == 200)
      let transfer: JSON = ["to": "eco-360482", "toRegion": "360482", "secret": true]
      let early = try await counter.post("\(petition)/transfer", transfer, as: leader)
      #expect(early.status == 422 && early.json["field"]?.string == "body.secret")
      _ = try await approve("水泥制品厂洗砂。", petition, counter)
      #expect(try await counter.post("\(petition)/transfer", transfer, as: leader).status == 200)

      let sheet = try await counter.get(petition, as: county)
      #expect(sheet.json["summary"]?.string == "水泥制品厂洗砂。" && sheet.json["sheetOnly"]?.bool == true)
      for hidden in ["JJ-2024-0001", "/hotline/12369", "POSTAL_BOX", "侯", "reporter", "history"] {
        #expect(!sheet.text.contains(hidden), "\(hidden)")
      }
      #expect(try await desk.count("select count(*) from audit where action = 'petition.secret-sheet-read'") == 1)
      for part in ["words", "identity"] {
        #expect(try await counter.post("\(petition)/\(part)", ["reason": "x"], as: county).code == "petition-secret")
      }
      let list = try await counter.get("/v1/petitions", as: county)
      #expect(!list.text.contains("JJ-2024-0001") && list.text.contains("sheetOnly"))
      let table = try await counter.get("/v1/petitions?format=csv", as: county)
      #expect(!table.text.contains("JJ-2024-0001") && table.text.contains("水泥制品厂洗砂"))
      // Those who handed it over, and who is above them, go on seeing it whole.
      for person in [leader, Person("province", regions: "360000")] {
        #expect(try await counter.get(petition, as: person).text.contains("JJ-2024-0001"))
      }
      let told = try #require(try await desk.told(.petitions).last)
      #expect(told.data["secret"]?.bool == true && told.data["summary"] == nil)
    }
  }

  @Test func `what special secrecy was asked for stays with few, and its summary off the topics`() async throws {
    try await counter(secret: true) { desk, counter, petition in
      let handler = Person("handler", "handler")
      let refused = try await counter.post("\(petition)/words", ["reason": "x"], as: handler)
      #expect(refused.code == "petition-secret")
      #expect(try await counter.post("\(petition)/words", ["reason": "x"], as: leader).status == 200)
      #expect(try await approve("水泥制品厂洗砂。", petition, counter).status == 200)
      #expect(try await counter.post("\(petition)/accept", [:], as: leader).status == 200)
      let transfer: JSON = ["to": "eco-360482", "toRegion": "360482"]
      #expect(try await counter.post("\(petition)/transfer", transfer, as: leader).status == 200)
      #expect(try await counter.get(petition, as: county).json["sheetOnly"]?.bool == true)
      for topic in [Topic.petitions, .petitionStates] {
        #expect(try await desk.told(topic).allSatisfy { $0.data["summary"] == nil })
      }
    }
  }

  @Test func `a department sees the sheet of what was handed to it, and of nothing else`() async throws {
    try await counter { _, counter, petition in
      let department = Person("housing", "agency", regions: "360482")
      #expect(try await counter.get(petition, as: department).status == 404)
      #expect(try await counter.post("\(petition)/accept", [:], as: leader).status == 200)
      let transfer: JSON = ["to": "housing-360482", "toRegion": "360482"]
      #expect(try await counter.post("\(petition)/transfer", transfer, as: leader).status == 200)
      let sheet = try await counter.get(petition, as: department)
      #expect(sheet.status == 200 && sheet.json["sheetOnly"]?.bool == true && !sheet.text.contains("JJ-2024-0001"))
      #expect(try await counter.get("/v1/petitions", as: department).code == "role-missing")
    }
  }
}
