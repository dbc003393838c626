import Contracts
import FoundationEssentials
import Postgres
import ServiceSupport
import Testing

@testable import Compensation

@Suite("A case beside a penalty case, from the draw of experts to the last instalment")
struct DualCaseTests {
  private static let firm = Fixtures.firm

  @Test("Zhangzhou: three experts jointly drawn, an agreement, money on time; due three months after the filing")
  func zhangzhou() async throws {
    try await Town.with(at: try Fixtures.instant(2026, 1, 6)) { town in
      let employee = try await town.register(1, employer: Self.firm)
      let pool = try await town.register(3) + (try await town.register(2, region: "350602"))
      let id = try await town.assessed("罚1", against: Self.firm)
      let name = id.lowercased
      let two = try await town.post(
        "expert-draws", ["caseId": .string(name), "fields": ["surface-water"], "panelSize": 2])
      #expect(two.status == 422 && two.code == "panel-too-small")
      let draw = try await town.panel(
        ["caseId": .string(name), "fields": ["surface-water"], "levels": ["city", "county"]], amounts: [id: 600_000])
      let seen = try await town.get("expert-draws/\(draw)").json
      let panel = Set((seen["panel"]?.array ?? []).compactMap(\.string))
      #expect(panel.count == 3 && panel.isSubset(of: pool) && panel.isDisjoint(with: employee))
      #expect(seen["amounts"]?.array?.first?["amountFen"] == 600_000)
      #expect(
        try await town.get("expert-draws/\(draw)/pool").text.split(separator: "\n").map(String.init) == pool.sorted())
      // Ten per cent of a fine of 60,000 yuan, where no method reckons the cost.
      try await town.step(
        "decide-restoration", id, ["restorability": "none", "reason": "无法原地修复", "performer": "authority"])
      try await town.step("notify-negotiation", id, ["claimFen": 600_000])
      try await town.step("hold-round", id, ["outcome": "agreed", "participants": [["role": "lawyer", "count": 1]]])
      try await town.step(
        "sign-agreement", id,
        [
          "agreementNumber": "漳环赔协〔2026〕1号", "amountFen": 600_000, "performBy": "2026-03-31",
          "instalments": [
            ["amountFen": 200_000, "by": "2026-01-31"], ["amountFen": 400_000, "by": "2026-02-28"],
          ],
        ])
      try await town.step("start-performance", id, [:])
      try await Self.pay(town, id)
      let closed = try await town.desk.told().last { $0.type == "compensation.closed" }
      #expect(try CompensationClosed(json: try #require(closed).data).onTime)
      let filed = try await town.desk.told().last { $0.type == "compensation.filed" }
      let due = try CompensationFiled(json: try #require(filed).data).dueDates
      // 6 April 2026 is a rest day of Qingming.
      #expect(
        due.contains { $0.rule == "compensation.close" && $0.due == (try? Fixtures.instant(2026, 4, 8, hour: 0)) })
    }
  }

  /// The first instalment comes late, the second in time.
  private static func pay(_ town: Town, _ id: UUID) async throws {
    let desk = town.desk
    try await desk.move(to: try Fixtures.instant(2026, 2, 2))
    #expect(try await desk.told().last?.type == "compensation.overdue")
    for (number, fen) in [("P-1", Int64(150_000)), ("P-2", 50_000), ("P-3", 400_000)] {
      let payment = Fixtures.payment(number, id, fen, at: desk.clock.now)
      for _ in 0..<2 { try await desk.take([payment], on: .payments, from: "/payments/bank") }
    }
    let paid = try await desk.told().filter { $0.type == "instalment.paid" }.map { try InstalmentPaid(json: $0.data) }
    #expect(paid.map(\.instalment.number) == [1, 2] && paid.map(\.late) == [true, false])
    #expect(paid.last?.outstandingFen == 0)
    let seen = try await town.get("cases/\(id.lowercased)").json
    #expect(seen["performedAt"]?.string != nil && seen["overdue"] == false)
    try await town.step(
      "close", id, ["outcome": "performed", "performed": true, "modes": ["money"], "amountFen": 600_000])
  }

  @Test("a case has one draw at a time, at its assessment, and steps again with the old version are refused")
  func order() async throws {
    try await Town.with(at: try Fixtures.instant(2026, 1, 6)) { town in
      _ = try await town.register(5)
      let id = try await town.assessed("罚1", against: Self.firm)
      let body: JSON = ["caseId": .string(id.lowercased), "fields": ["surface-water"]]
      let first = try await town.post("expert-draws", body)
      #expect(first.status == 201)
      #expect(try await town.post("expert-draws", body).code == "case-not-ready")
      let draw = try #require(first.json["drawId"]?.string)
      #expect(first.json["seed"] == nil)
      let seen = try await town.get("expert-draws/\(draw)")
      let commit: JSON = ["party": "obligor"]
      let old = try await town.counter.post(
        "/v1/expert-draws/\(draw)/commit", commit, as: town.head, headers: ["If-Match": "\"7\""])
      #expect(old.status == 412)
      for _ in 0..<2 {
        let again = try await town.counter.post(
          "/v1/expert-draws/\(draw)/commit", commit, as: town.head,
          headers: ["If-Match": seen.tag, "Idempotency-Key": "k-1"])
        #expect(again.status == 200)
      }
      #expect(try await town.post("expert-draws/\(draw)/commit", commit).code == "done-before")
      let stranger = Person("leader-2", regions: "360400")
      #expect(try await town.counter.get("/v1/expert-draws/\(draw)", as: stranger).status == 403)
      let clerk = Person("clerk-1", "clerk")
      #expect(try await town.counter.post("/v1/expert-draws/\(draw)/fix-pool", [:], as: clerk).status == 403)
      #expect(try await town.post("expert-draws/\(draw)/cancel", ["reason": "专家库人数不足"]).status == 200)
      #expect(try await town.post("expert-draws", body).status == 201)
      let list = try await town.get("expert-draws?status=cancelled&limit=1").json
      #expect(list["draws"]?.array?.count == 1 && list["next"]?.string != nil)
    }
  }

  @Test("of draws opened at once for a case, one is opened")
  func race() async throws {
    try await Town.with(at: try Fixtures.instant(2026, 1, 6)) { town in
      let id = try await town.assessed("罚1", against: Self.firm)
      let body: JSON = ["caseId": .string(id.lowercased), "fields": ["surface-water"]]
      let answers = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 { group.addTask { try await town.post("expert-draws", body).status } }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(answers.sorted() == [201] + Array(repeating: 409, count: 7))
      #expect(try await town.desk.told().filter { $0.type == "expert-draw.committed" }.count == 1)
    }
  }

  @Test("a body is entrusted only while the register lets it appraise, and never by the obligor's own hand")
  func appraisal() async throws {
    try await Town.with(at: try Fixtures.instant(2026, 1, 6)) { town in
      let body = "uscc:91110000600037341L"
      let id = try await town.assessed("罚1", against: Self.firm)
      let entrust: JSON = ["bodyKey": .string(body), "kind": "judicial", "jointly": true]
      #expect(try await town.post("cases/\(id.lowercased)/entrust-appraisal", entrust).code == "body-may-not-appraise")
      let form: JSON = [
        "bodyKey": .string(body), "title": "某司法鉴定中心", "kind": "judicial", "fields": ["surface-water"],
        "licence": "350001", "validThrough": "2026-01-06",
      ]
      #expect(try await town.post("appraisal-bodies", form).status == 201)
      #expect(try await town.post("appraisal-bodies", form).code == "registered")
      try await town.step("entrust-appraisal", id, entrust)
      let seen = try await town.get("cases/\(id.lowercased)").json
      let appraisal = try #require(seen["settlement"]?["appraisals"]?.array?.first?["id"])
      try await town.step(
        "report-appraisal", id, ["appraisalId": appraisal, "amountFen": 648_100, "report": ["uri": "archive://1"]])
      try await town.desk.move(to: try Fixtures.instant(2026, 1, 7))
      #expect(try await town.post("cases/\(id.lowercased)/entrust-appraisal", entrust).code == "body-may-not-appraise")
      let told = try await town.desk.told().map(\.type)
      #expect(told.contains("appraisal.entrusted") && told.contains("appraisal.reported"))
    }
  }

  @Test("negative, absurd and unknown amounts, modes and days are refused with their field")
  func badInput() async throws {
    try await Town.with(at: try Fixtures.instant(2026, 1, 6)) { town in
      let id = try await town.assessed("罚1", against: Self.firm)
      for (path, body, field) in [
        ("notify-negotiation", ["claimFen": -1], "body.claimFen"),
        ("notify-negotiation", ["claimFen": 1_000_000_000_000_001], "body.claimFen"),
        (
          "decide-restoration", ["restorability": "maybe", "reason": "x", "performer": "obligor"], "body.restorability"
        ),
        (
          "decide-restoration",
          [
            "restorability": "full", "reason": "x", "performer": "obligor",
            "measures": [["mode": "replanting", "unit": "seedling", "quantity": -5]],
          ], "body.measures[0].quantity"
        ),
        (
          "decide-restoration",
          [
            "restorability": "full", "reason": "x", "performer": "obligor",
            "measures": [["mode": "replanting", "unit": "seedling", "quantity": 2_000_000_000]],
          ], "body.measures[0].quantity"
        ),
      ] as [(String, JSON, String)] {
        let answer = try await town.post("cases/\(id.lowercased)/\(path)", body)
        #expect(answer.status == 422 && answer.json["field"]?.string == field, "\(answer.text)")
      }
      let day = try await town.post(
        "cases/\(id.lowercased)/sign-agreement",
        ["agreementNumber": "1", "amountFen": 1, "performBy": "2026-02-30"])
      #expect(day.status == 422 && day.json["field"] == "body.performBy")
    }
  }

  @Test("the service's role can neither change nor delete pools, histories, register changes and results")
  func appendOnly() async throws {
    try await Desk.with(at: try Fixtures.instant(2026, 1, 6)) { desk in
      for statement: SQL in [
        "update expert_draw_pool set document = ''", "delete from expert_draw_pool", "delete from expert_draw",
        "update settlement_step set actor = 'x'", "delete from settlement_step",
        "update register_change set actor = 'x'",
        "delete from register_change", "update restoration_result set quantity = 1", "delete from restoration_result",
        "delete from expert", "delete from compensation_batch", "delete from appraisal_body",
      ] {
        let error = await #expect(throws: PostgresError.self) { _ = try await desk.pool.execute(statement) }
        #expect(error?.sqlState == .insufficientPrivilege)
      }
    }
  }
}
