import Contracts
import Foundation
import Support
import Testing

/// The paper firm of Mudanjiang: a hidden tee pipe into the Tieling river, a penalty case and at once one of compensation,
/// an agreement, and 6,481 yuan.
@Suite("E2E-6: a paper firm's hidden pipe in Mudanjiang", .serialized)
struct MudanjiangTests {
  private static let firm = "uscc:91350100M000100Y43"
  private static let number = "MDJ-2023-15"
  private let source = "/enforcement/mudanjiang"

  private func instant(_ text: String) throws -> Date { try #require(RFC3339.date(from: text)) }

  private func filing() throws -> PenaltyFiled {
    PenaltyFiled(
      factId: "f-15", subjectKey: Self.firm, region: "231003", filedAt: try instant("2023-05-08T01:00:00Z"),
      penaltyNumber: Self.number, factCodes: ["HIDDEN_PIPE"], damageSuspected: true)
  }

  private func payment(_ id: String, at: String) throws -> PaymentReceived {
    PaymentReceived(
      paymentNumber: "P-6481", caseId: try #require(UUID(uuidString: id)), amountFen: 648_100,
      receivedAt: try instant(at), payer: .obligor)
  }

  private func gates(_ redress: Redress) async throws -> [String] {
    let answer = try await redress.read("/v1/gates?penaltyNumber=\(Self.number)")
    return (answer["gates"]?.array ?? []).map { gate in
      "\(gate["gate"]?.string ?? "") \(gate["open"]?.bool == true) \(gate["reason"]?.string ?? "")"
    }
  }

  /// From the check to the assessment.
  private func investigate(_ redress: Redress, _ id: String) async throws {
    try await redress.take("check", ["damaged": true], on: id, as: "handler")
    try await redress.take("serve-notice", ["method": "direct"], on: id, as: "handler")
    try await redress.advance(to: "2023-05-10T01:00:00Z")
    try await redress.take("consult", ["outcome": "willing"], on: id, as: "handler")
    let report: JSON = ["kind": "INVESTIGATION_REPORT", "number": "牡环损调〔2023〕3号"]
    try await redress.take(
      "conclude-investigation",
      ["damage": true, "proposal": "claim", "summary": "暗管三通排放,化学需氧量、氨氮、总磷、总氮超标", "documents": [report]],
      on: id, as: "handler")
    try await redress.take("file-document", ["kind": "APPRAISAL_REPORT"], on: id, as: "handler")
  }

  /// Appraised by a judicial body, agreed on in one round.
  private func negotiate(_ redress: Redress, _ id: String) async throws {
    try await redress.advance(to: "2023-06-05T01:00:00Z")
    let loss: JSON = ["head": "service-loss", "amountFen": 648_100, "reference": "司法鉴定意见书"]
    try await redress.assess(
      id, ["input": ["method": "itemised", "losses": [loss]], "form": "judicial-appraisal"], amountFen: 648_100)
    try await redress.agree(id, amountFen: 648_100, agreementNumber: "牡环损协〔2023〕3号", by: "2023-06-30")
  }

  private static let closing: JSON = [
    "outcome": "performed", "performed": true, "modes": ["money"], "amountFen": 648_100,
  ]

  @Test("from the penalty filing to 6,481 yuan paid and a closed case, the penalty side let through gate by gate")
  func paperFirm() async throws {
    try await Redress.with(clock: "2023-05-08T01:00:00Z", profile: "mudanjiang", region: "231000") { redress in
      #expect(try await gates(redress).first == "review false unknown-case")
      try await redress.tell(try filing(), on: .enforcement, source: source)
      let clue = try await redress.find("subject=\(Self.firm)")
      let id = try #require(clue["caseId"]?.string)
      #expect(clue["status"]?.string == "clue" && clue["dual"]?.bool == true)
      #expect(try await gates(redress).first == "review false not-checked")
      try await investigate(redress, id)
      #expect(
        try await gates(redress) == [
          "review true checked", "prior-notice true consulted", "reduction false not-performed",
        ])
      try await redress.tell(
        PenaltyNoticePlanned(
          factId: "n-15", subjectKey: Self.firm, region: "231003", plannedFor: try instant("2023-05-12T01:00:00Z"),
          penaltyNumber: Self.number), on: .enforcement, source: source)
      try await negotiate(redress, id)
      let early = try await redress.send("/v1/cases/\(id)/close", Self.closing)
      #expect(early.status == 409)
      try await redress.advance(to: "2023-06-20T01:00:00Z")
      try await redress.tell(try payment(id, at: "2023-06-20T00:30:00Z"), on: .payments, source: "/payments/bank")
      #expect(try await gates(redress).last == "reduction true performed")
      try await redress.take("close", Self.closing, on: id)
      try await redress.advance(to: "2023-06-21T01:00:00Z")
      try await redress.tell(
        PenaltyDecided(
          factId: "d-15", subjectKey: Self.firm, region: "231003", decidedAt: try instant("2023-06-21T00:30:00Z"),
          penaltyNumber: Self.number, decision: .fine, fineFen: 10_000_000, discretionFen: 12_000_000, factCodes: []),
        on: .enforcement, source: source)
      try await check(redress, id)
    }
  }

  private func check(_ redress: Redress, _ id: String) async throws {
    let course = try await redress.course(of: id)
    let stages = course.filter { $0.type == "compensation.stage-changed" }.compactMap { $0.data["to"]?.string }
    #expect(stages == ["investigation", "assessment", "negotiation", "agreed", "performing"])
    #expect(course.first?.type == "compensation.clue-opened")
    #expect(!course.contains { $0.type == "compensation.order-breached" || $0.type == "compensation.overdue" })
    let notice = try #require(course.first { $0.type == "compensation.notice-issued" }).data
    #expect(notice["answers"]?.array?.count == 4)
    let closed = try #require(course.first { $0.type == "compensation.closed" }).data
    #expect(closed["amountFen"]?.integer == 648_100 && closed["performed"]?.bool == true)
    // Three months from 8 May would have ended on 8 August.
    #expect(closed["onTime"]?.bool == true)
    let numbers = try await redress.city.events(.compensations).filter { $0.subject == id }.compactMap(\.sequence)
    #expect(numbers == Array(1...numbers.count).map { Int64($0) })
    let state = try #require(
      try await redress.city.events(.compensationStates).last { $0.subject == id })
    let data = try JSON(parsing: state.data ?? [], limits: JSONLimits(maximumBytes: 1 << 20))
    #expect(data["status"]?.string == "closed" && data["outcome"]?.string == "performed")
    #expect(data["amountFen"]?.integer == 648_100 && data["nextDue"] == nil)
  }

  @Test("money that comes before the agreement is counted when it is signed; a decision before it all is a breach")
  func paymentFirst() async throws {
    try await Redress.with(clock: "2023-05-08T01:00:00Z", profile: "mudanjiang", region: "231000") { redress in
      // Decided, and reduced, before anybody looked at the damage.
      try await redress.tell(
        PenaltyDecided(
          factId: "d-15", subjectKey: Self.firm, region: "231003", decidedAt: try instant("2023-05-08T00:30:00Z"),
          penaltyNumber: Self.number, decision: .fine, fineFen: 10_000_000, discretionFen: 12_000_000, factCodes: []),
        on: .enforcement, source: source)
      try await redress.tell(try filing(), on: .enforcement, source: source)
      let id = try #require(try await redress.find("subject=\(Self.firm)")["caseId"]?.string)
      let early = try payment(id, at: "2023-05-08T00:45:00Z")
      try await redress.tell(early, on: .payments, source: "/payments/bank")
      try await redress.tell(early, on: .payments, source: "/payments/bank")
      try await investigate(redress, id)
      try await negotiate(redress, id)
      #expect(try await gates(redress).last == "reduction true performed")
      try await redress.take("close", Self.closing, on: id)
      let breaches = try await redress.course(of: id).filter { $0.type == "compensation.order-breached" }
      #expect(breaches.compactMap { $0.data["gate"]?.string } == ["review", "prior-notice", "reduction"])
      #expect(try await redress.read("/v1/cases/\(id)")["receivedFen"]?.integer == 648_100)
    }
  }
}
