import Contracts
import Foundation
import Support
import Testing

/// The 漳州模式: a damage case beside each penalty case, experts drawn together with the obligor, talks before the penalty is
/// decided, and cases of one kind handled together. The service as built, Kafka and HTTP, a clock that is moved.
@Suite("E2E-10 and E2E-11: dual cases and a batch in Zhangzhou", .serialized)
struct ZhangzhouTests {
  private static let firms = ["uscc:91350100M000100Y43", "uscc:91110108551385082Q", "uscc:91110000600037341L"]
  private static let fen: [Int64] = [157_950, 648_100, 300_000]

  @Test("a case beside a penalty case: experts of both pools, an agreement, instalments from the bank, closed in time")
  func dualCase() async throws {
    try await Redress.with(clock: "2026-01-06T01:00:00Z", profile: "zhangzhou", region: "350600") { city in
      try await Self.registerExperts(city)
      let id = try await Self.assessed(city, 0)
      let wish: JSON = ["caseId": .string(id), "fields": ["surface-water"], "panelSize": 2]
      #expect(try await city.send("/v1/expert-draws", wish).body["code"] == "panel-too-small")
      // The fine is 60,000 yuan, and no method reckons the cost: ten per cent.
      try await Self.panel(city, ["caseId": .string(id), "fields": ["surface-water"]], [id: 600_000])
      try await city.take(
        "decide-restoration", ["restorability": "none", "reason": "废水已排入河道", "performer": "authority"], on: id)
      try await city.take("notify-negotiation", ["claimFen": 600_000], on: id)
      try await city.take("hold-round", ["outcome": "adjourned", "offerFen": 400_000], on: id)
      try await city.advance(to: "2026-01-20T01:00:00Z")
      try await city.take("hold-round", ["outcome": "agreed", "offerFen": 600_000], on: id)
      let parts: JSON = [
        ["amountFen": 200_000, "by": "2026-01-31"], ["amountFen": 400_000, "by": "2026-02-28"],
      ]
      let agreement: JSON = [
        "agreementNumber": "漳环赔协〔2026〕1号", "amountFen": 600_000, "instalments": parts, "performBy": "2026-03-31",
      ]
      try await city.take("sign-agreement", agreement, on: id)
      try await city.take("start-performance", on: id)
      try await Self.pay(city, id, "P-1", 200_000, at: "2026-01-30T02:00:00Z")
      // Nothing comes by the last day of February: told once, at its end in Shanghai.
      try await city.advance(to: "2026-02-28T15:59:59Z")
      #expect(try await Self.types(city, id).contains("compensation.overdue") == false)
      try await city.advance(to: "2026-02-28T16:00:00Z")
      #expect(try await Self.types(city, id).last == "compensation.overdue")
      try await Self.pay(city, id, "P-2", 400_000, at: "2026-03-02T02:00:00Z")
      let paid = try await city.course(of: id).filter { $0.type == "instalment.paid" }.map(\.data)
      #expect(paid.map { $0["late"] } == [false, true] && paid.last?["outstandingFen"] == 0)
      let close: JSON = ["outcome": "performed", "performed": true, "modes": ["money"], "amountFen": 600_000]
      try await city.take("close", close, on: id)
      let course = try await city.course(of: id)
      #expect(course.last { $0.type == "compensation.closed" }?.data["onTime"] == true)
      let filed = course.first { $0.type == "compensation.filed" }?.data["dueDates"]?.array ?? []
      // Three months from 6 January: 6 April 2026 is a rest day, so it ends with the 7th.
      #expect(filed.contains { $0["rule"] == "compensation.close" && $0["due"] == "2026-04-07T16:00:00Z" })
    }
  }

  @Test("three firms: one assessment, one meeting, one signing, one release of fish; each amount its own")
  func batch() async throws {
    try await Redress.with(clock: "2026-01-06T01:00:00Z", profile: "zhangzhou", region: "350600") { city in
      try await Self.registerExperts(city)
      var cases: [String] = []
      for index in Self.firms.indices { cases.append(try await Self.assessed(city, index)) }
      let form: JSON = [
        "region": "350600", "title": "豆制品废水系列案", "likeness": "同一行业直排废水,损害后果相近",
        "caseIds": .array(cases.map { .string($0) }),
      ]
      let id = try #require(try await city.send("/v1/batches", form).body["batchId"]?.string)
      let amounts = Dictionary(zip(cases, Self.fen), uniquingKeysWith: { $1 })
      try await Self.panel(city, ["batchId": .string(id), "fields": ["surface-water"]], amounts)
      let common: JSON = ["restorability": "none", "reason": "已随水流扩散", "performer": "obligor"]
      try await Self.together(city, id, "decide-restoration", ["common": common])
      try await Self.together(city, id, "notify-negotiation", [:])
      try await Self.together(city, id, "hold-round", ["common": ["outcome": "agreed"]])
      let lines = cases.enumerated().map { index, caseId -> JSON in
        let fish: JSON = [
          "mode": "fish-release", "unit": "fry", "quantity": 20_000, "valueFen": .integer(Self.fen[index]),
        ]
        return [
          "caseId": .string(caseId), "agreementNumber": .string("协〔2026〕\(index)号"),
          "amountFen": .integer(Self.fen[index]), "measures": [fish],
        ]
      }
      let signed = try await Self.together(
        city, id, "sign-agreement", ["common": ["performBy": "2026-03-31"], "cases": .array(lines)])
      #expect(signed["totalFen"] == 1_106_050)
      let told = try await city.course(of: id)
      #expect(told.map(\.type) == ["compensation-batch.formed", "compensation-batch.signed"])
      #expect(told.last?.data["amounts"]?.array?.count == 3 && told.last?.data["totalFen"] == 1_106_050)
      try await Self.together(city, id, "start-performance", [:])
      let done: JSON = ["done": [["mode": "fish-release", "unit": "fry", "quantity": 20_000]]]
      try await Self.together(city, id, "record-restoration", ["common": done])
      try await Self.together(city, id, "complete-restoration", [:])
      try await Self.together(city, id, "evaluate-restoration", ["common": ["met": true]])
      for caseId in cases {
        try await city.take(
          "close", ["outcome": "performed", "performed": true, "modes": ["fish-release"]], on: caseId)
        #expect(try await Self.types(city, caseId).suffix(2).contains("compensation.closed"))
      }
    }
  }

  private static func registerExperts(_ city: Redress) async throws {
    for index in 0..<6 {
      let isCity = index < 4
      let form: JSON = [
        "region": isCity ? "350600" : "350602", "level": isCity ? "city" : "county", "name": "专家", "grade": "SENIOR",
        "fields": ["surface-water"], "employer": "某研究院",
      ]
      let answer = try await city.send("/v1/experts", form)
      try #require(answer.status == 201, "\(answer.body)")
    }
  }

  /// A penalty case is filed, and the case beside it goes to its assessment.
  private static func assessed(_ city: Redress, _ index: Int) async throws -> String {
    let filed = PenaltyFiled(
      factId: "f-\(index)", subjectKey: firms[index], region: "350602",
      filedAt: Date(timeIntervalSince1970: 1_767_661_200), penaltyNumber: "漳环罚立〔2026〕\(index)号",
      factCodes: ["ILLEGAL_DISCHARGE"])
    try await city.tell(filed, on: .enforcement, source: "/enforcement/zhangzhou")
    let id = try #require(try await city.find("subject=\(firms[index])")["caseId"]?.string)
    try await city.take("check", ["damaged": true], on: id)
    try await city.take("serve-notice", ["method": "direct"], on: id)
    try await city.take("consult", ["outcome": "willing"], on: id)
    try await city.take("conclude-investigation", ["damage": true, "proposal": "claim"], on: id)
    return id
  }

  /// Both parties leave the chance to the service; the panel gives its opinions.
  private static func panel(_ city: Redress, _ wish: JSON, _ amounts: [String: Int64]) async throws {
    let opened = try await city.send("/v1/expert-draws", wish)
    let id = try #require(opened.body["drawId"]?.string, "\(opened.body)")
    let draw = "/v1/expert-draws/\(id)"
    for party in ["bureau", "obligor"] { _ = try await city.send("\(draw)/commit", ["party": .string(party)]) }
    _ = try await city.send("\(draw)/fix-pool", [:])
    let panel = try #require(try await city.send("\(draw)/draw", [:]).body["panel"]?.array)
    #expect(panel.count == 3)
    for party in ["bureau", "obligor"] { _ = try await city.send("\(draw)/confirm", ["party": .string(party)]) }
    let lines = amounts.map { id, fen -> JSON in ["caseId": .string(id), "amountFen": .integer(fen)] }
    for expert in panel {
      let opinion: JSON = ["expertNumber": expert, "amounts": .array(lines), "restorability": "none"]
      let answer = try await city.send("\(draw)/opine", opinion)
      try #require(answer.status == 200, "\(answer.body)")
    }
    #expect(try await city.course(of: id).map(\.type).last == "expert-opinions.completed")
  }

  @discardableResult
  private static func together(_ city: Redress, _ batch: String, _ step: String, _ body: JSON) async throws -> JSON {
    let answer = try await city.send("/v1/batches/\(batch)/steps/\(step)", body)
    try #require(answer.status == 200, "\(step): \(answer.body)")
    return answer.body
  }

  private static func pay(_ city: Redress, _ id: String, _ number: String, _ fen: Int64, at instant: String)
    async throws
  {
    try await city.advance(to: instant)
    let payment = PaymentReceived(
      paymentNumber: number, caseId: try #require(UUID(uuidString: id)), amountFen: fen,
      receivedAt: try #require(RFC3339.date(from: instant)), payer: .obligor)
    // The bank sends everything twice.
    for _ in 0..<2 { try await city.tell(payment, on: .payments, source: "/payments/bank") }
  }

  private static func types(_ city: Redress, _ id: String) async throws -> [String] {
    try await city.course(of: id).map(\.type)
  }
}
