import Contracts
import Foundation
import Testing

extension Redress {
  /// Assesses the damage of a case; it must come to this amount.
  func assess(_ id: String, _ report: JSON, amountFen: Int64) async throws {
    let assessed = try await send("/v1/cases/\(id)/assess-damage", report)
    try #require(assessed.status == 201, "\(assessed.body)")
    #expect(assessed.body["amountFen"]?.integer == amountFen)
  }

  /// From the assessment to the signed agreement and the beginning of its performance: damage that is not restored, paid
  /// for at once.
  /// - Parameter day: by when it is paid.
  func agree(_ id: String, amountFen: Int64, agreementNumber: String, by day: String) async throws {
    let decision: JSON = ["restorability": "partial", "reason": "服务功能期间损失不能恢复", "performer": "authority"]
    try await take("decide-restoration", decision, on: id)
    try await take("notify-negotiation", ["claimFen": .integer(amountFen)], on: id)
    try await take("answer-negotiation", ["willing": true], on: id)
    try await take(
      "hold-round", ["outcome": "agreed", "claimFen": .integer(amountFen), "offerFen": .integer(amountFen)], on: id)
    let instalment: JSON = ["amountFen": .integer(amountFen), "by": .string(day)]
    try await take(
      "sign-agreement",
      [
        "agreementNumber": .string(agreementNumber), "amountFen": .integer(amountFen), "instalments": [instalment],
        "performBy": .string(day),
      ], on: id)
    try await take("start-performance", on: id)
  }

  /// Money for a case arrives.
  func pay(_ id: String, _ amountFen: Int64, number: String, at instant: String) async throws {
    try await tell(
      PaymentReceived(
        paymentNumber: number, caseId: try #require(UUID(uuidString: id)), amountFen: amountFen,
        receivedAt: try #require(RFC3339.date(from: instant)), payer: .obligor),
      on: .payments, source: "/payments/bank")
  }
}
