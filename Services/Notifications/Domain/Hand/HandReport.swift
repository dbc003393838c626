import Contracts
import FoundationEssentials

/// What a member of staff reports of a delivery by hand.
struct HandReport: Sendable {
  static let proofLimit = 128

  let outcome: HandOutcome
  /// The number of the registered letter or the signed note, the entry in the call log; nothing personal.
  var proof: String?
  /// How the addressee said that it came, when they did.
  var acknowledged: AcknowledgementKind?

  /// What follows for the message.
  /// - Parameters:
  ///   - actor: the member of staff.
  ///   - limit: how often a channel is tried by hand before the next has its turn.
  ///   - now: real time.
  /// - Throws: `proofMissing` for a letter or document said to be delivered without a number.
  func apply(
    to row: MessageRow, by actor: String, limit: Int, at now: Date
  ) throws(MessageError) -> MessageResult {
    var result = MessageResult(row, end: .byHand)
    let channel = result.channel
    result.course.tried()
    switch outcome {
    case .reached:
      guard let proof = proof ?? (channel == .phone ? "call:\(row.id.lowercased):\(result.course.attempts)" : nil)
      else { throw .proofMissing }
      let receipt = ChannelReceipt(proof: proof, bytes: Array(proof.utf8))
      result.attempts = [
        ChannelAttempt(channel: channel, outcome: .delivered, receipt: receipt, actor: actor, at: now)
      ]
      result.end = .delivered(receipt)
    case .notReached:
      fail(&result, .failed, by: actor, at: now)
      if result.course.channelAttempts >= limit { giveUp(&result, because: .unreachable) }
    case .unusable:
      fail(&result, .refused, by: actor, at: now)
      giveUp(&result, because: .rejected)
    case .declined:
      fail(&result, .refused, by: actor, at: now)
      result.end = .failed(.declined)
    }
    return result
  }

  private func fail(
    _ result: inout MessageResult, _ kind: ChannelAttempt.Outcome, by actor: String, at now: Date
  ) {
    result.attempts = [
      ChannelAttempt(channel: result.channel, outcome: kind, failure: outcome.rawValue, actor: actor, at: now)
    ]
    result.failure = outcome.rawValue
  }

  private func giveUp(_ result: inout MessageResult, because reason: DeliveryFailure) {
    result.end = .waiting(.zero)
    result.fall(because: reason)
  }
}
