import Contracts
import Foundation
import Kafka
import Support
import Testing

/// An electronics firm of Zhenjiang had not installed what keeps its waste water clean: 1,579.50 yuan by virtual abatement
/// cost, in a year of 200 new cases on top of 99, and of 5,813,400 yuan fixed.
///
/// The report gives the growth and not the year before: +356 % and +480 %. The amount before follows exactly; the count does
/// not: 43.86 cases are none, 44 are the nearest, and 200 are 354.55 % more. The other 55 were started in the years before.
@Suite("E2E-5: an electronics firm in Zhenjiang", .serialized)
struct ZhenjiangTests {
  private static let firm = "uscc:91350100M000100Y43"

  private func filing(_ number: Int, at instant: String, subject: String? = nil) throws -> PenaltyFiled {
    PenaltyFiled(
      factId: "f-\(number)", subjectKey: subject ?? "site:321102:厂\(number)", region: "321102",
      filedAt: try #require(RFC3339.date(from: instant)), penaltyNumber: "ZJ-\(number)",
      factCodes: ["FACILITY_NOT_USED"], damageSuspected: true)
  }

  /// Penalty cases are filed, and the compensation cases that come of them.
  private func start(_ numbers: ClosedRange<Int>, _ redress: Redress, at instant: String) async throws {
    try await redress.tell(
      all: try numbers.map { try filing($0, at: instant) }, on: .enforcement, source: "/enforcement/zhenjiang")
    var clues = try await redress.read("/v1/cases?status=clue&limit=200")["cases"]?.array ?? []
    let came = try await eventually(within: .seconds(60), every: .milliseconds(200)) {
      clues = try await redress.read("/v1/cases?status=clue&limit=200")["cases"]?.array ?? []
      return clues.count == numbers.count
    }
    try #require(came, "\(clues.count) clues")
    for clue in clues {
      try await redress.take("check", ["damaged": true], on: try #require(clue["caseId"]?.string), as: "handler")
    }
  }

  /// What was fixed before the year, in fen: 480 % less.
  private static let before: Int64 = 100_231_034
  /// What was fixed in the year, in fen, that of the firm included.
  private static let year: Int64 = 581_340_000

  /// The parties of some cases agree on amounts that make a sum.
  private func fix(_ sum: Int64, in count: Int, from subject: Int, _ redress: Redress, by day: String) async throws {
    for place in 0..<count {
      let amount = sum / Int64(count) + (place == 0 ? sum % Int64(count) : 0)
      let found = try await redress.find("subject=site:321102:%E5%8E%82\(subject + place)")
      let id = try #require(found["caseId"]?.string)
      try await redress.take(
        "conclude-investigation",
        ["damage": true, "proposal": "claim", "documents": [["kind": "INVESTIGATION_REPORT"]]], on: id, as: "handler")
      let loss: JSON = ["head": "restoration", "amountFen": .integer(amount), "reference": "鉴定评估报告"]
      try await redress.assess(id, ["input": ["method": "itemised", "losses": [loss]]], amountFen: amount)
      try await redress.agree(id, amountFen: amount, agreementNumber: "镇环损协-\(subject + place)", by: day)
    }
  }

  /// The project's packs, in force before the regulation whose day they begin with: a city's practice is older.
  private func rules() throws -> String {
    let folder = NSTemporaryDirectory() + "rules-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: "\(Surroundings.root)/deploy/rules", toPath: folder)
    for name in ["national", "zhenjiang"] {
      let path = "\(folder)/\(name).yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let earlier = text.replacingOccurrences(of: "effective: {from: 2022-05-01", with: "effective: {from: 2021-01-01")
      try #require(earlier != text)
      try earlier.write(toFile: path, atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test(
    "1,579.50 yuan by the formula, in the one account, in the county's table; 299, 200 and the growth in the year's figures"
  )
  func electronics() async throws {
    let rules = try rules()
    defer { try? FileManager.default.removeItem(atPath: rules) }
    try await Redress.with(
      clock: "2021-11-08T01:00:00Z", profile: "zhenjiang", region: "321100", rules: rules
    ) { redress in
      try await start(1...55, redress, at: "2021-11-08T00:30:00Z")
      try await redress.advance(to: "2022-11-07T01:00:00Z")
      try await start(56...99, redress, at: "2022-11-07T00:30:00Z")
      try await fix(Self.before, in: 4, from: 56, redress, by: "2022-12-30")
      try await redress.advance(to: "2023-03-06T01:00:00Z")
      try await start(101...299, redress, at: "2023-03-06T00:30:00Z")
      try await fix(Self.year - 157_950, in: 12, from: 101, redress, by: "2023-05-31")
      try await redress.advance(to: "2023-12-04T01:00:00Z")
      try await redress.tell(
        try filing(1000, at: "2023-12-04T00:30:00Z", subject: Self.firm), on: .enforcement,
        source: "/enforcement/zhenjiang")
      let id = try #require(try await redress.find("subject=\(Self.firm)")["caseId"]?.string)
      try await redress.take("check", ["damaged": true], on: id, as: "handler")
      try await redress.take("consult", ["outcome": "willing"], on: id, as: "handler")
      let conclusion: JSON = ["damage": true, "proposal": "claim"]
      // Zhenjiang asks for the report before the investigation is left.
      let refused = try await redress.send("/v1/cases/\(id)/conclude-investigation", conclusion)
      #expect(refused.status == 409 && refused.body["code"]?.string == "documents-missing")
      try await redress.take(
        "conclude-investigation",
        ["damage": true, "proposal": "claim", "documents": [["kind": "INVESTIGATION_REPORT"]]], on: id, as: "handler")
      try await redress.assess(id, Self.report, amountFen: 157_950)
      try await redress.agree(id, amountFen: 157_950, agreementNumber: "镇环损协〔2023〕1号", by: "2023-12-29")
      try await redress.advance(to: "2023-12-15T01:00:00Z")
      try await redress.pay(id, 157_950, number: "P-1579", at: "2023-12-15T00:30:00Z")
      try await redress.take(
        "close", ["outcome": "performed", "performed": true, "modes": ["money"], "amountFen": 157_950], on: id)
      try await books(redress, id)
    }
  }

  /// 702 m³ at 1 yuan, hazard 1, eleven times over the limit (1.5), into water of class Ⅴ (1.5): γ 2.25.
  private static let report: JSON = [
    "input": [
      "method": "water-virtual-cost",
      "water": [
        "discharge": [
          "quantity": 702, "unit": "m3", "source": "用水台账",
          "cost": ["yuan": 1, "basis": "survey", "reference": "同类企业实际治理成本"],
        ],
        "hazard": ["value": 1, "reason": "GB/T 39793.2 表1"],
        "pollutants": [["code": "COD", "measured": 600, "limit": 50]], "surfaceWater": "V",
      ],
    ]
  ]

  /// The money stands in the account, the case in the county's table, and the year in the figures.
  private func books(_ redress: Redress, _ id: String) async throws {
    let check = try await redress.read("/v1/account/check", as: "auditor")
    #expect(check["agree"]?.bool == true && check["kept"]?["sumFen"]?.integer == 0)
    let table = try await redress.read("/v1/county-tables/321102?openedFrom=2023-12-01T00:00:00Z")
    let row = try #require(table["cases"]?.array?.first { $0["caseId"]?.string == id })
    #expect(row["receivedFen"]?.integer == 157_950 && row["assessedFen"]?.integer == 157_950)
    #expect(row["status"]?.string == "closed" && row["nodes"]?["negotiation"] != nil)
    let figures = try await redress.read("/v1/figures?period=2023&region=321100")
    let measures = figures["total"]?["measures"]?.array ?? []
    let started = try #require(measures.first { $0["code"]?.string == "filed" })
    #expect(started["now"]?.integer == 200 && started["before"]?.integer == 44)
    #expect(started["cumulative"]?.integer == 299)
    #expect(started["growthPercent"] == .number("354.55"))
    let fixed = try #require(measures.first { $0["code"]?.string == "amount_fen" })
    #expect(fixed["now"]?.integer == Self.year && fixed["before"]?.integer == Self.before)
    #expect(fixed["growthPercent"] == .number("480.00"))
    let csv = try await redress.text("/v1/figures?period=2023&region=321100&format=csv")
    #expect(csv.contains("启动件数,200,44,299,354.55") && csv.contains("确定赔偿金额(元),5813400.00,1002310.34"))
  }

  @Test("E2E-14: the 14,416,776 yuan of Zangjinge by the older multiplier")
  func zangjinge() async throws {
    try await Redress.with(clock: "2023-12-04T01:00:00Z", profile: "zhenjiang", region: "321100") { redress in
      let report: JSON = [
        "input": [
          "method": "multiplier",
          "multiplier": [
            "discharge": [
              "quantity": 145_624, "unit": "t", "source": "判决书",
              "cost": ["yuan": 22, "basis": "survey", "reference": "判决书"],
            ],
            "surfaceWater": "III", "multiplier": ["value": .number("4.5"), "reason": "判决书"],
          ],
        ]
      ]
      let answer = try await redress.send("/v1/damage/calculations", report)
      #expect(answer.status == 200 && answer.body["amountFen"]?.integer == 1_441_677_600, "\(answer.body)")
      #expect(answer.body["derivation"]?.array?.isEmpty == false)
    }
  }
}
