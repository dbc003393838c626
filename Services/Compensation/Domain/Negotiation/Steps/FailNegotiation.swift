import Contracts
import FoundationEssentials

/// Ends a negotiation that came to nothing (磋商不成).
struct FailNegotiation: CaseStep {
  static let name = StepName.failNegotiation

  var reason: NegotiationFailure
  /// What happened, in words.
  var words: String?

  init(
    reason: NegotiationFailure, words: String? = nil
  ) {
    self.reason = reason
    self.words = words
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.code("reason")
    words = try fields.optionalText("words", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reason", code: reason)
    object.set("words", words)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var negotiation = try compensation.openOrAgreedNegotiation()
    try check(negotiation, compensation, at: circumstances.now)
    negotiation.reason = words
    let event = compensation.fail(&negotiation, reason, rule: nil, at: circumstances.now)
    compensation.keep(negotiation)
    return [event]
  }

  /// Silence and lapse of time count only when the period is over; what was agreed fails only by not being signed.
  private func check(
    _ negotiation: Negotiation, _ compensation: CompensationCase, at now: Date
  ) throws(CompensationError) {
    guard (negotiation.agreedAt != nil) == (reason == .notSigned) else {
      throw .invalid(
        field: "body.reason",
        reason: negotiation.agreedAt == nil
          ? "the parties agreed on nothing that could be left unsigned"
          : "the parties agreed; it can only fail by not being signed")
    }
    switch reason {
    case .noReply:
      guard negotiation.willing == nil, negotiation.rounds.isEmpty else {
        throw .invalid(field: "body.reason", reason: "the obligor answered")
      }
      try requireOver(.reply, compensation, at: now)
    case .timeExhausted: try requireOver(.negotiation, compensation, at: now)
    case .roundsExhausted:
      throw .invalid(field: "body.reason", reason: "the last round allowed ends the negotiation by itself")
    case .refused, .absent, .noAgreement, .notSigned: return
    }
  }

  private func requireOver(
    _ kind: DeadlineKind, _ compensation: CompensationCase, at now: Date
  ) throws(CompensationError) {
    guard let due = compensation.clock(kind)?.dueDate, due.due > now else { return }
    throw .settlement(.tooEarly(due))
  }
}
