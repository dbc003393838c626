import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Postgres
import ServiceKit
import ServiceSupport
import Testing

@testable import Compensation

@Suite("Money over HTTP")
struct MoneyRoutesTests {
  private let handler = Person("wang.fang", "handler", regions: "321102")
  private let leader = Person("zhao.min", "leader", regions: "321100")
  private let finance = Person("qian.jin", "finance", regions: "321100")
  private let auditor = Person("shen.ji", "auditor", regions: "321100")
  private let stranger = Person("far.away", "handler,finance,leader", regions: "610000")

  private func counter(
    year: Int = 2025, _ body: @escaping @Sendable (Desk, Counter) async throws -> Void
  ) async throws {
    try await Desk.with(at: try Fixtures.instant(year, 3, 3), profile: "zhenjiang") { desk in
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private static let discharge: JSON = [
    "quantity": .number("520"), "unit": "t", "source": "监测报告",
    "cost": ["yuan": .number("1.62"), "basis": "survey", "reference": "合同"],
  ]
  private static let hazard: JSON = ["value": 1, "reason": "专家意见"]

  private static func report(_ measured: Int = 6, simple: Bool = true) -> JSON {
    let pollutants: JSON = [["code": "COD", "measured": .integer(Int64(measured)), "limit": 5]]
    let water: JSON = ["discharge": discharge, "hazard": hazard, "pollutants": pollutants, "surfaceWater": "V"]
    var report = JSONObject()
    report.set("input", ["method": "water-virtual-cost", "water": water] as JSON)
    if simple {
      report.set("form", "expert-opinion")
      report.set("simple", ["factsSimple": true, "liabilityUndisputed": true] as JSON)
    }
    return .object(report)
  }

  @Test func `a calculation is tried out, then assessed in its turn, kept and printed`() async throws {
    try await counter { desk, counter in
      let tried = try await counter.post("/v1/damage/calculations", Self.report(), as: handler)
      #expect(tried.status == 200 && tried.json["amountFen"]?.integer == 157_950)
      let bad = try await counter.post(
        "/v1/damage/calculations",
        ["input": ["method": "water-virtual-cost", "water": ["discharge": Self.discharge]]], as: handler)
      #expect(bad.status == 422 && bad.json["field"]?.string == "body.input.water.hazard")
      let id = try await desk.started("罚1").lowercased
      let early = try await counter.post("/v1/cases/\(id)/assess-damage", Self.report(), as: handler)
      #expect(early.status == 409 && early.code == "step-out-of-turn")
      try await desk.walk([.investigation, .assessment], on: try #require(UUID(uuidString: id)))
      #expect(
        try await counter.post("/v1/cases/\(id)/assess-damage", Self.report(), as: stranger).code == "region-forbidden")
      let headers = ["Idempotency-Key": "k-1"]
      let kept = try await counter.post("/v1/cases/\(id)/assess-damage", Self.report(), as: handler, headers: headers)
      #expect(kept.status == 201 && kept.json["amountFen"]?.integer == 157_950)
      let again = try await counter.post("/v1/cases/\(id)/assess-damage", Self.report(), as: handler, headers: headers)
      #expect(again.text == kept.text)
      #expect(try await desk.count("select count(*) from damage_assessment") == 1)
      let told = try await desk.latest(CompensationAssessed.self)
      #expect(told.method == .waterVirtualCost && told.simple && told.form == .expertOpinion)
      let assessment = try #require(kept.json["assessmentId"]?.string)
      let page = try await counter.get("/v1/assessments/\(assessment)?format=text", as: leader)
      #expect(page.status == 200 && page.text.contains("520 × 1.62 × 1 × 1.25 × 1.5 = 1579.50 元"))
      #expect(page.text.contains("合计:1579.50 元") && page.text.contains("compensation.water.exceedance"))
      let list = try await counter.get("/v1/cases/\(id)/assessments", as: leader)
      #expect(list.json["assessments"]?.array?.count == 1)
      let dust = try await counter.post(
        "/v1/damage/dust",
        ["particle": "TSP", "loading": ["tonnes": 1000, "wind": .number("2.2"), "moisture": 2]], as: handler)
      #expect(dust.json["kilograms"] == .number("1.184"))
    }
  }

  @Test func `policies are changed on the version that was seen, and claims go their way`() async throws {
    try await counter { desk, counter in
      let form: JSON = [
        "number": "P-1", "region": "321100", "insurers": ["中国人保"], "coverage": ["ecological-damage"],
        "limitFen": 10_000, "from": "2025-01-01", "through": "2025-12-31",
      ]
      let entered = try await counter.post("/v1/policies", form, as: finance)
      #expect(entered.status == 201)
      #expect(try await counter.post("/v1/policies", form, as: finance).code == "policy-number-taken")
      #expect(try await counter.post("/v1/policies", form, as: handler).code == "role-missing")
      let policy = try #require(entered.json["policyId"]?.string)
      let blind = try await counter.send(.put, "/v1/policies/\(policy)", as: finance, form)
      #expect(blind.status == 428)
      let changed = try await counter.send(
        .put, "/v1/policies/\(policy)", as: finance, form, headers: ["If-Match": entered.tag])
      #expect(changed.status == 200 && changed.tag == "\"2\"")
      let id = try await desk.ownerless("dumped", assessedFen: 500)
      let claim: JSON = [
        "policyId": .string(policy), "ground": "no-obligor",
        "lines": [["cover": "ecological-damage", "amountFen": 500]],
      ]
      let filed = try await counter.post("/v1/cases/\(id.lowercased)/file-claim", claim, as: handler)
      #expect(filed.status == 201 && filed.json["status"]?.string == "filed")
      let path = "/v1/claims/\(filed.json["claimId"]?.string ?? "")"
      let future: JSON = [
        "conditions": [["code": "COVERED", "evidence": "保单"]], "metAt": "2025-03-04T00:00:00+08:00",
      ]
      #expect(try await counter.post("\(path)/meet-conditions", future, as: handler).status == 422)
      let unknown: JSON = ["conditions": [["code": "MOON_FULL", "evidence": "x"]]]
      #expect(try await counter.post("\(path)/meet-conditions", unknown, as: handler).code == "condition-not-listed")
      let all: JSON = .object([
        "conditions": .array(
          ["DAMAGE_ASSESSED", "AMOUNT_FIXED", "COVERED"].map { ["code": .string($0), "evidence": "附件"] })
      ])
      let due = try await counter.post("\(path)/meet-conditions", all, as: handler)
      #expect(due.json["status"]?.string == "due")
      #expect(try await counter.get("/v1/claims?status=due", as: leader).json["claims"]?.array?.count == 1)
      #expect(try await counter.get("/v1/policies/\(policy)", as: leader).json["leftFen"]?.integer == 9_500)
      #expect(try await counter.get(path, as: stranger).code == "region-forbidden")
    }
  }

  @Test func `the account is read, spent from, closed and audited by whom it is for`() async throws {
    try await counter(year: 2024) { desk, counter in
      let id = try await desk.started("罚1")
      try await desk.pay("B-1", id, 1_000)
      try await desk.pay("B-2", UUID(), 50)
      let entries = try await counter.get("/v1/account/entries?limit=1", as: auditor)
      #expect(entries.json["entries"]?.array?.count == 1)
      let next = try #require(entries.json["next"]?.string)
      let rest = try await counter.get("/v1/account/entries?limit=1&cursor=\(next)", as: auditor)
      #expect(rest.json["entries"]?.array?.first?["kind"]?.string == "suspense" && rest.json["next"] == nil)
      let table = try await counter.get("/v1/account/entries?format=csv", as: auditor)
      #expect(table.text.contains("赔偿金入户") && table.text.contains("10.00"))
      #expect(try await counter.get("/v1/account/entries", as: handler).code == "role-missing")
      #expect(try await counter.get("/v1/account/balances", as: stranger).code == "region-forbidden")
      let check = try await counter.get("/v1/account/check", as: auditor)
      #expect(check.json["agree"] == true && check.json["counted"]?["sumFen"]?.integer == 0)
      let waiting = try await counter.get("/v1/payments/unassigned", as: finance)
      let payment = try #require(waiting.json["payments"]?.array?.first?["paymentId"]?.string)
      let assign: JSON = ["caseId": .string(id.lowercased), "reason": "经核对"]
      #expect(try await counter.post("/v1/payments/\(payment)/assign", assign, as: auditor).code == "role-missing")
      #expect(try await counter.post("/v1/payments/\(payment)/assign", assign, as: finance).status == 200)
      #expect(try await counter.post("/v1/payments/\(payment)/assign", assign, as: finance).code == "nothing-waiting")
      let form: JSON = [
        "title": "示范基地", "region": "321100", "category": "education-base", "budgetFen": 800, "approval": "批复1号",
      ]
      #expect(try await counter.post("/v1/projects", form, as: finance).code == "role-missing")
      let project = try await counter.post("/v1/projects", form, as: leader)
      let path = "/v1/projects/\(project.json["projectId"]?.string ?? "")/payments"
      let order: JSON = ["amountFen": 900, "paymentNumber": "T-1", "purpose": "苗木"]
      #expect(try await counter.post(path, order, as: finance).code == "over-budget")
      for absurd: JSON in [-5, 0, .number("1e18"), "9"] {
        let answer = try await counter.post(
          path, ["amountFen": absurd, "paymentNumber": "T-1", "purpose": "苗木"], as: finance)
        #expect(answer.status == 422 && answer.json["field"]?.string == "body.amountFen", "\(absurd)")
      }
      let spent = try await counter.post(
        path, ["amountFen": 300, "paymentNumber": "T-1", "purpose": "苗木"], as: finance)
      #expect(spent.status == 201 && spent.json["leftFen"]?.integer == 500)
      #expect(try await counter.post("/v1/account/years/2024/close", .null, as: finance).code == "year-out-of-turn")
      try await desk.move(to: try Fixtures.instant(2025, 1, 3))
      #expect(try await counter.post("/v1/account/years/2024/close", .null, as: finance).status == 200)
      let report = try await counter.get("/v1/account/years/2024", as: auditor)
      #expect(report.json["unchanged"] == true && report.json["now"]?["closingFen"]?.integer == 750)
      let csv = try await counter.get("/v1/account/years/2024?format=csv", as: auditor)
      #expect(csv.text.contains("年末余额,,,7.50"))
      for person in [leader, finance] {
        let refused = try await counter.post(
          "/v1/account/years/2024/audit", ["verdict": "clean", "document": "审1号"], as: person)
        #expect(refused.code == "role-missing")
      }
      let both = Person("qian.jin", "finance,auditor", regions: "321100")
      let own = try await counter.post(
        "/v1/account/years/2024/audit", ["verdict": "clean", "document": "审1号"], as: both)
      #expect(own.status == 409 && own.code == "auditor-not-independent")
      let bad = try await counter.post(
        "/v1/account/years/2024/audit", ["verdict": "refused", "document": "审1号"], as: auditor)
      #expect(bad.status == 422 && bad.json["field"]?.string == "body.findings")
      let audited = try await counter.post(
        "/v1/account/years/2024/audit", ["verdict": "clean", "document": "审1号"], as: auditor)
      #expect(audited.json["status"]?.string == "audited")
    }
  }

  @Test func `a county's table, the plan and the figures come as JSON and as tables`() async throws {
    try await counter { desk, counter in
      let id = try await desk.started("罚1", through: [.investigation, .assessment])
      try await desk.assess(
        DamageReport(DamageInput(.itemised, losses: [LossItem(.restoration, amountFen: 700, reference: "报告")])), on: id)
      try await desk.pay("B-1", id, 157_950)
      let table = try await counter.get("/v1/county-tables/321102", as: leader)
      let row = try #require(table.json["cases"]?.array?.first)
      #expect(row["assessedFen"]?.integer == 700 && row["receivedFen"]?.integer == 157_950)
      #expect(row["nodes"]?["assessment"]?.string != nil && row["nodes"]?["closed"] == nil)
      let csv = try await counter.get("/v1/county-tables/321102?format=csv", as: leader)
      #expect(csv.text.contains("1579.50") && csv.text.contains("鉴定评估"))
      #expect(try await counter.get("/v1/county-tables/321102", as: stranger).code == "region-forbidden")
      #expect(try await counter.get("/v1/county-tables/321102?colour=red", as: leader).code == "query-unknown")
      let tasks: JSON = [
        "tasks": [
          ["region": "321102", "measure": "filed", "target": 4],
          ["region": "321181", "measure": "amount-fixed", "target": 9],
        ]
      ]
      let plan = try await counter.send(.put, "/v1/plans/321100/2025", as: leader, tasks)
      #expect(plan.status == 201 && plan.json["tasks"]?.array?.first?["percent"] == .number("25.00"))
      #expect(try await counter.send(.put, "/v1/plans/321100/2025", as: leader, tasks).status == 428)
      let anew = try await counter.send(
        .put, "/v1/plans/321100/2025", as: leader, tasks, headers: ["If-Match": plan.tag])
      #expect(anew.status == 200 && anew.json["version"]?.integer == 2)
      #expect(try await counter.get("/v1/plans/321100/2025?format=csv", as: leader).text.contains("启动案件数,4,1,25.00"))
      let outside: JSON = ["tasks": [["region": "350602", "measure": "filed", "target": 4]]]
      #expect(try await counter.send(.put, "/v1/plans/321100/2026", as: leader, outside).status == 422)
      let figures = try await counter.get("/v1/figures?period=2025-03&by=region", as: leader)
      #expect(figures.json["groups"]?.array?.first?["key"]?.string == "321102")
      let sheet = try await counter.get("/v1/figures?period=2025-03&format=csv", as: leader)
      #expect(sheet.text.contains("入户金额(元),1579.50"))
      #expect(try await counter.get("/v1/figures?period=Monday", as: leader).code == "query-invalid")
      #expect(try await counter.get("/v1/dispatches/321100", as: leader).status == 200)
    }
  }
}
