import Contracts
import FoundationEssentials
import Postgres
import ServiceSupport
import Testing

@testable import Compensation

@Suite("Batches of cases (集约办案)")
struct BatchTests {
  private static let firms = [
    Fixtures.firm, "uscc:91110108551385082Q", "site:350602:某豆制品作坊",
  ]
  private static let fen: [Int64] = [157_950, 648_100, 300_000]

  /// Three small firms at their assessment, in one batch.
  private static func batch(_ town: Town) async throws -> (id: String, cases: [UUID]) {
    var cases: [UUID] = []
    for (index, firm) in firms.enumerated() {
      cases.append(try await town.assessed("罚\(index)", against: firm, region: index == 2 ? "350603" : "350602"))
    }
    let formed = try await town.allowed(
      "batches",
      [
        "region": "350600", "title": "豆制品废水系列案", "likeness": "同一行业直排废水,损害后果相近",
        "caseIds": .array(cases.map { .string($0.lowercased) }),
      ])
    guard let id = formed["batchId"]?.string else { throw Fixtures.Missing() }
    return (id, cases)
  }

  private static func lines(_ cases: [UUID], _ body: (Int) -> JSON) -> JSON {
    .array(
      cases.enumerated().map { index, id in
        var object = body(index).object ?? JSONObject()
        object.set("caseId", id)
        return .object(object)
      })
  }

  @Test("Zhangzhou: one assessment, one meeting, one signing, one release of fish; each amount its own, the sum shown")
  func zhangzhou() async throws {
    try await Town.with(at: try Fixtures.instant(2026, 1, 6)) { town in
      _ = try await town.register(4)
      let (id, cases) = try await Self.batch(town)
      let amounts = Dictionary(zip(cases, Self.fen), uniquingKeysWith: { first, _ in first })
      let draw = try await town.panel(["batchId": .string(id), "fields": ["surface-water"]], amounts: amounts)
      #expect(try await town.get("expert-draws/\(draw)").json["amounts"]?.array?.count == 3)
      let step = "batches/\(id)/steps"
      try await town.allowed(
        "\(step)/decide-restoration",
        ["common": ["restorability": "none", "reason": "已随水流扩散", "performer": "obligor"]])
      try await town.allowed(
        "\(step)/notify-negotiation", ["cases": Self.lines(cases) { ["claimFen": .integer(Self.fen[$0])] }])
      try await town.allowed("\(step)/hold-round", ["common": ["outcome": "agreed"]])
      let fish = Self.lines(cases) { index in
        let release: JSON = [
          "mode": "fish-release", "unit": "fry", "quantity": 20_000, "valueFen": .integer(Self.fen[index]),
        ]
        return [
          "agreementNumber": .string("漳环赔协〔2026〕\(index + 1)号"), "amountFen": .integer(Self.fen[index]),
          "measures": [release],
        ]
      }
      let signed = try await town.allowed(
        "\(step)/sign-agreement", ["common": ["performBy": "2026-03-31"], "cases": fish])
      #expect(signed["totalFen"] == .integer(Self.fen.reduce(0, +)))
      let told = try #require(try await town.desk.told().last { $0.type == "compensation-batch.signed" })
      let event = try CompensationBatchSigned(json: told.data)
      #expect(event.totalFen == 1_106_050)
      #expect(Dictionary(event.amounts.map { ($0.caseId, $0.amountFen) }, uniquingKeysWith: { $1 }) == amounts)
      try await Self.release(town, step, cases)
    }
  }

  /// The fish are released together; each case has its own in the figures, and closes alone.
  private static func release(_ town: Town, _ step: String, _ cases: [UUID]) async throws {
    try await town.allowed("\(step)/start-performance", [:])
    try await town.allowed(
      "\(step)/record-restoration",
      ["common": ["done": [["mode": "fish-release", "unit": "fry", "quantity": 20_000]]]])
    try await town.allowed("\(step)/complete-restoration", [:])
    try await town.allowed("\(step)/evaluate-restoration", ["common": ["met": true]])
    let fry = try await town.desk.pool.query(
      "select sum(quantity)::bigint from restoration_result where mode = 'fish-release' and region like '3506%'",
      as: Int64.self)
    #expect(fry == [60_000])
    for id in cases {
      try await town.step("close", id, ["outcome": "performed", "performed": true, "modes": ["fish-release"]])
    }
    #expect(try await town.desk.told().filter { $0.type == "compensation.closed" }.count == 3)
  }

  @Test("a step that one case cannot take is taken with none; the case leaves, and the others go on")
  func together() async throws {
    try await Town.with(at: try Fixtures.instant(2026, 1, 6)) { town in
      let (id, cases) = try await Self.batch(town)
      let step = "batches/\(id)/steps/notify-negotiation"
      try await town.step("terminate", cases[1], ["reason": "obligor-gone"])
      let before = try await town.desk.told().count
      let refused = try await town.post(step, [:])
      #expect(refused.status == 409 && refused.text.contains(cases[1].lowercased))
      #expect(try await town.desk.told().count == before)
      let left = try await town.allowed(
        "batches/\(id)/leave", ["caseId": .string(cases[1].lowercased), "reason": "赔偿义务人已注销"])
      #expect(left["caseIds"]?.array?.count == 2)
      #expect(try await town.post(step, [:]).status == 200)
      let seen = try await town.get("batches/\(id)").json
      #expect(seen["cases"]?.array?.allSatisfy { $0["status"] == "negotiation" } == true)
      #expect(try await town.post(step, ["cases": Self.lines([cases[1]]) { _ in [:] }]).code == "case-not-in-batch")
      #expect(try await town.post("batches/\(id)/steps/close", [:]).status == 404)
    }
  }

  @Test("a batch has cases under way, with an obligor, of its region, in no other batch, each once")
  func unfit() async throws {
    try await Town.with(at: try Fixtures.instant(2026, 1, 6)) { town in
      let (_, cases) = try await Self.batch(town)
      let free = [
        try await town.assessed("罚8", against: Self.firms[0]), try await town.assessed("罚9", against: Self.firms[1]),
      ]
      func form(_ ids: [UUID], _ more: JSON = [:]) async throws -> CounterAnswer {
        var object = more.object ?? JSONObject()
        object["region"] = object["region"] ?? "350600"
        object.set("title", "系列案")
        object.set("likeness", "相近")
        object.set("caseIds", ids.map(\.lowercased))
        return try await town.post("batches", .object(object))
      }
      #expect(try await form([free[0]]).code == "batch-size")
      #expect(try await form([free[0], free[0]]).code == "batch-size")
      #expect(try await form([free[0], cases[0]]).code == "case-unfit")
      #expect(try await form([free[0], UUID()]).code == "case-unfit")
      #expect(try await form(free, ["region": "350603"]).code == "case-unfit")
      #expect(try await form(free, ["region": "360400"]).code == "case-unfit")
      #expect(try await form(free, ["parts": ["JOINT_LUNCH"]]).status == 422)
      let some = try await form(free, ["parts": ["JOINT_NEGOTIATION"]])
      #expect(some.status == 201)
      let id = try #require(some.json["batchId"]?.string)
      #expect(try await town.post("batches/\(id)/steps/start-performance", [:]).code == "not-joint")
      #expect(
        try await town.post("expert-draws", ["batchId": .string(id), "fields": ["surface-water"]]).code == "not-joint")
    }
  }
}
