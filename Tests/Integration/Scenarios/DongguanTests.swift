import Contracts
import Foundation
import Testing

/// The cap of Dongguan: 420,000 yuan become 220,000, though half would be 210,000; told by enforcement and compensation
/// over Kafka, assessed and decided over HTTP.
@Suite("E2E-13: the public apology of Dongguan", .serialized)
struct DongguanTests {
  private let firm = "uscc:91110108551385082Q"
  private let number = "东环罚告〔2025〕31号"
  private let region = "441900"

  private func instant(_ text: String) throws -> Date { try #require(RFC3339.date(from: text)) }

  private func tell(_ ledger: LedgerCity) async throws {
    try await ledger.tell(
      PenaltyFiled(
        factId: "D1", subjectKey: firm, region: region, filedAt: try instant("2025-09-02T02:00:00Z"),
        penaltyNumber: number, factCodes: ["exceeded-standard"], factAt: try instant("2025-09-01T02:00:00Z")), id: "d1")
    try await ledger.tell(
      PenaltyNoticePlanned(
        factId: "D2", subjectKey: firm, region: region, plannedFor: try instant("2025-10-09T02:00:00Z"),
        penaltyNumber: number, proposedFineFen: 42_000_000), id: "d2")
    try await ledger.tell(
      RectificationVerified(
        factId: "D3", subjectKey: firm, region: region, verifiedAt: try instant("2025-10-15T02:00:00Z"),
        penaltyNumber: number, passed: true), id: "d3")
    try await ledger.tell(
      ApologyPublished(
        factId: "D4", subjectKey: firm, region: region, publishedAt: try instant("2025-10-18T02:00:00Z"),
        penaltyNumber: number, medium: "东莞日报", uri: "https://paper.example/d4", pledged: true), id: "d4")
  }

  private var request: JSON {
    [
      "subjectKey": .string(firm), "penaltyNumber": .string(number), "discretionFen": 42_000_000,
      "statutoryMinimumFen": 10_000_000,
    ]
  }

  @Test("the cap holds, in time and not a day later; a duty of compensation forbids it until it is performed")
  func cap() async throws {
    try await LedgerCity.with(clock: "2025-10-20T01:00:00Z", profile: "dongguan", region: region) { ledger in
      try await tell(ledger)
      try await ledger.becomes(firm, "a ledger of three", path: "/explanation") { $0["lines"]?.array?.count == 3 }
      let unasked = try await ledger.send("/v1/leniency-assessments", request, as: "leader")
      #expect(unasked.body["verdict"]?.string == "no-ground")
      // Seven working days from 9 October end on 17 October, since the Saturday after the holiday is worked.
      let asked: JSON = [
        "subjectKey": .string(firm), "penaltyNumber": .string(number), "requestedAt": "2025-10-17T15:59:59Z",
      ]
      #expect(try await ledger.send("/v1/apology-requests", asked, as: "clerk").status == 201)
      let assessed = try await ledger.send("/v1/leniency-assessments", request, as: "leader")
      #expect(assessed.status == 201 && assessed.body["verdict"]?.string == "reduction-allowed")
      #expect(assessed.body["lowestFen"]?.integer == 22_000_000 && assessed.body["highestFen"]?.integer == 22_000_000)
      #expect(assessed.body["amount"]?["reductions"]?.array?.first?["capped"]?.bool == true)

      let id = try #require(assessed.body["assessmentId"]?.string)
      let half: JSON = ["decision": "fine", "fineFen": 21_000_000, "reason": "按百分之五十计算"]
      #expect(try await ledger.send("/v1/leniency-assessments/\(id)/decide", half, as: "leader").status == 409)
      let right: JSON = ["decision": "fine", "fineFen": 22_000_000, "reason": "公开道歉并整改,减罚封顶二十万元"]
      let decided = try await ledger.send("/v1/leniency-assessments/\(id)/decide", right, as: "leader")
      #expect(decided.body["decision"]?["shareOfDiscretion"]?.string == "11/21")
      try await ledger.becomes(firm, "an entry of it", path: "/explanation") { shown in
        shown["lines"]?.array?.contains { $0["fact"]?.string == "lenience.reduced" } == true
      }
      let told = try await ledger.city.events(.scores).filter { $0.type == .leniencyDecided }
      #expect(try told.map { try $0.decode(LeniencyDecided.self).fineFen } == [22_000_000])
    }
  }
}
