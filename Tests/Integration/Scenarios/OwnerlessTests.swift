import Contracts
import Foundation
import Support
import Testing

/// E2E-12 through Kafka and HTTP in injected time: waste was dumped in Zhenjiang and nobody knows by whom. The insurer pays
/// within ten working days of the day on which the conditions are met, and what it pays stands in the account, in the
/// county's table and in the figures.
@Suite("E2E-12: no obligor", .serialized)
struct OwnerlessTests {
  private static let conditions: JSON = [
    "conditions": [
      ["code": "DAMAGE_ASSESSED", "evidence": "鉴定报告"], ["code": "AMOUNT_FIXED", "evidence": "评估结论"],
      ["code": "COVERED", "evidence": "保单"],
    ],
    "metAt": "2025-09-26T10:00:00+08:00",
  ]

  @Test func `the insurer pays for what nobody owns`() async throws {
    try await Redress.with(clock: "2025-09-01T01:00:00Z", profile: "zhenjiang", region: "321100") { redress in
      try await redress.tell(
        PetitionVerified(
          petitionId: UUID(), petitionNumber: "2025-321102-0000-0000-0000", region: "321102",
          at: Date(timeIntervalSince1970: 1_756_684_800), findingId: UUID(), verified: true,
          factCodes: ["DUMPED_WASTE"],
          damageSuspected: true, category: .solidWaste, unit: "eco-321102"),
        on: .petitions, source: "/ecoredress/petitions")
      let found = try await redress.find("region=321102")
      let id = try #require(found["caseId"]?.string)
      try await redress.take("check", ["damaged": true, "noObligor": true], on: id)
      try await redress.take("investigate", on: id)
      let concluded: JSON = [
        "damage": true, "proposal": "claim", "documents": [["kind": "INVESTIGATION_REPORT", "title": "调查报告"]],
      ]
      try await redress.take("conclude-investigation", concluded, on: id)
      let losses: JSON = [
        ["head": "restoration", "amountFen": 50_000_000, "reference": "鉴定报告"],
        ["head": "prevention", "amountFen": 12_000_000, "reference": "应急处置票据"],
      ]
      let report: JSON = ["input": ["method": "itemised", "losses": losses], "form": "judicial-appraisal"]
      let assessed = try await redress.send("/v1/cases/\(id)/assess-damage", report)
      try #require(assessed.status == 201, "\(assessed.body)")
      let claim = try await claim(redress, for: id)
      try await redress.advance(to: "2025-09-26T02:00:00Z")
      let due = try await redress.send("/v1/claims/\(claim)/meet-conditions", Self.conditions)
      #expect(due.body["clock"]?["dueDate"]?["due"]?.string == "2025-10-16T16:00:00Z", "\(due.body)")
      try await redress.advance(to: "2025-10-16T10:00:00Z")
      try await redress.tell(
        PaymentReceived(
          paymentNumber: "PICC-1", caseId: try #require(UUID(uuidString: id)), amountFen: 62_000_000,
          receivedAt: Date(timeIntervalSince1970: 1_760_590_800), payer: .insurer),
        on: .payments, source: "/payments/picc")
      try await redress.advance(to: "2025-11-20T02:00:00Z")
      let told = try await redress.course(of: id)
      let paid = try #require(told.first { $0.type == "claim.paid" })
      #expect(paid.data["complete"] == true && paid.data["onTime"] == true)
      #expect(!told.contains { $0.type == "claim.overdue" })
      try await redress.take("close", ["outcome": "insured", "performed": true, "amountFen": 62_000_000], on: id)
      try await books(redress)
    }
  }

  private func claim(_ redress: Redress, for id: String) async throws -> String {
    let form: JSON = [
      "number": "PICC-321100-2025", "region": "321100", "insurers": ["中国人保", "平安产险"],
      "coverage": ["ecological-damage", "emergency-clean-up"], "limitFen": 1_000_000_000, "from": "2025-01-01",
      "through": "2025-12-31",
    ]
    let policy = try await redress.send("/v1/policies", form, as: "finance")
    try #require(policy.status == 201, "\(policy.body)")
    let lines: JSON = [
      ["cover": "ecological-damage", "amountFen": 50_000_000],
      ["cover": "emergency-clean-up", "amountFen": 12_000_000],
    ]
    let claim: JSON = ["policyId": policy.body["policyId"] ?? .null, "ground": "no-obligor", "lines": lines]
    let filed = try await redress.send("/v1/cases/\(id)/file-claim", claim)
    try #require(filed.status == 201, "\(filed.body)")
    return try #require(filed.body["claimId"]?.string)
  }

  /// The money is on the account, in the county's table and in the figures.
  private func books(_ redress: Redress) async throws {
    let check = try await redress.read("/v1/account/check", as: "auditor")
    #expect(check["agree"] == true && check["kept"]?["sumFen"]?.integer == 0)
    let table = try await redress.read("/v1/county-tables/321102")
    let row = try #require(table["cases"]?.array?.first)
    #expect(row["receivedFen"]?.integer == 62_000_000 && row["insuredFen"]?.integer == 62_000_000)
    #expect(row["assessedFen"]?.integer == 62_000_000 && row["nodes"]?["insurance"] != nil)
    let figures = try await redress.read("/v1/figures?period=2025&region=321100")
    let received = figures["total"]?["measures"]?.array?.first { $0["code"]?.string == "received_fen" }
    #expect(received?["now"]?.integer == 62_000_000)
  }
}
