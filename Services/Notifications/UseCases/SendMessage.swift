import Contracts
import FoundationEssentials
import Sealing

/// Makes one attempt at a message: opens the contact in memory, renders, hands it to a channel.
struct SendMessage: Sendable {
  let opener: Opener
  let renderer: MessageRenderer
  let channels: ChannelTable

  /// - Parameter now: the business instant.
  func callAsFunction(_ message: MessageRow, schedule: RetrySchedule, now: Date) async -> MessageResult {
    var result = MessageResult(
      message: message, channel: message.channels.first ?? .letter, attempts: message.attempts + 1)
    if let expires = message.expiresAt, expires <= now {
      result.reason = .expired
      return result
    }
    let card: ContactCard
    do {
      card = try open(message)
    } catch {
      result.reason = .unreadable
      result.failure = (error as? SealingError)?.code.rawValue ?? "contact-malformed"
      // A key that is not there may be a mistake of deployment; a damaged envelope stays damaged.
      if (error as? SealingError)?.code == .notForUs { result.wait = wait(result, schedule) }
      return result
    }
    guard let content = renderer.render(code: message.template, parameters: message.parameters, card: card) else {
      result.reason = .rejected
      result.failure = "template-unknown"
      return result
    }
    guard let (kind, channel, address) = channels.choose(message.channels, for: card) else {
      result.reason = .noContactData
      return result
    }
    let outgoing = OutgoingMessage(
      id: message.id, petitionId: message.petitionId, contact: message.contact, channel: kind, address: address,
      content: content)
    result = MessageResult(message: message, channel: kind, attempts: result.attempts)
    do throws(ChannelError) {
      result.receipt = try await channel.send(outgoing)
    } catch {
      result.reason = error.isFinal ? .rejected : .unreachable
      result.failure = error.code
      if !error.isFinal { result.wait = wait(result, schedule) }
    }
    return result
  }

  private func open(_ message: MessageRow) throws -> ContactCard {
    let context = SealingContext.of("petitioner-message", message.petitionId.lowercased)
    let bytes = try opener.open(message.sealed, context: context)
    return try ContactCard(fields: JSONFields(try JSON(parsing: bytes), path: "contact"))
  }

  private func wait(_ result: MessageResult, _ schedule: RetrySchedule) -> Duration? {
    schedule.wait(after: result.attempts, jitter: Double.random(in: 0...1))
  }
}
