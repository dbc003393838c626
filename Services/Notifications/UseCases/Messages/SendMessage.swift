import Contracts
import FoundationEssentials
import Sealing
import Tracing

/// Takes one turn of a message: opens the contact in memory, renders, hands it to the channel whose turn it is. Channels
/// that cannot reach the addressee are passed over; after one attempt the turn ends.
struct SendMessage: Sendable {
  /// How long a message waits that no channel of this installation carries: an operator must connect one.
  static let disconnectedWait = Duration.seconds(300)

  let open: OpenContact
  let renderer: MessageRenderer
  let channels: ChannelTable
  /// Begins a span for each attempt; nil when nothing is traced.
  var tracer: (any Tracer)?

  /// - Parameters:
  ///   - card: from the addressee book; nil when it is not in there, or a sealed one came along.
  ///   - now: the business instant.
  func callAsFunction(_ message: MessageRow, card: ContactCard?, policy: MessagePolicy, now: Date) async
    -> MessageResult
  {
    var result = MessageResult(message)
    if let expires = message.draft.expiresAt, expires <= now {
      result.end = .failed(.expired)
      return result
    }
    let contact: ContactCard
    do throws(OpenContact.Failure) {
      contact = try open(message.draft, card: card)
    } catch {
      result.failure = error.word
      result.course.tried()
      // A key that is not there may be a mistake of deployment; a damaged envelope stays damaged.
      let wait =
        error.mayPass ? policy.schedule.wait(after: result.course.channelAttempts, jitter: .random(in: 0...1)) : nil
      result.end = wait.map(MessageResult.End.waiting) ?? .failed(.unreadable)
      return result
    }
    guard channels.carries(anyOf: message.draft.channels) else {
      result.failure = "not-connected"
      result.end = .waiting(SendMessage.disconnectedWait)
      return result
    }
    await turn(&result, to: contact, policy: policy)
    return result
  }

  private func turn(_ result: inout MessageResult, to contact: ContactCard, policy: MessagePolicy) async {
    while let kind = result.course.channel {
      let way = channels.way(of: kind)
      if case .none = way {
        result.note(.skipped, failure: "not-connected", at: Date())
        result.fall(because: .unreachable)
        continue
      }
      // The key of an addressee is all the inbox needs.
      guard let address = contact.address(by: kind) ?? (kind == .inbox ? result.draft.addressee : nil) else {
        result.note(.skipped, failure: "no-address", at: Date())
        result.fall(because: .noContactData)
        continue
      }
      guard case .machine(let channel) = way else {
        result.end = .byHand
        return
      }
      guard let content = renderer.render(result.draft, by: kind, for: contact) else {
        result.failure = "template-unknown"
        result.end = .failed(.rejected)
        return
      }
      await send(content, by: channel, of: kind, to: address, name: contact.name, &result, policy)
      return
    }
  }

  private func send(
    _ content: RenderedMessage, by channel: any Channel, of kind: ContactChannel, to address: String, name: String?,
    _ result: inout MessageResult, _ policy: MessagePolicy
  ) async {
    let outgoing = OutgoingMessage(draft: result.draft, channel: kind, address: address, name: name, content: content)
    result.course.tried()
    let span = ChannelSpan(of: result.draft, by: kind, tracer: tracer)
    do throws(ChannelError) {
      let receipt = try await channel.send(outgoing)
      span?.end(nil)
      result.note(.delivered, receipt: receipt, at: Date())
      result.end = .delivered(receipt)
    } catch {
      span?.end(error)
      result.note(error.isFinal ? .refused : .failed, failure: error.code, at: Date())
      switch result.course.step(after: error, policy: policy, jitter: .random(in: 0...1)) {
      case .retry(let wait): result.end = .waiting(wait)
      case .fallThrough, .giveUp: result.fall(because: error.isFinal ? .rejected : .unreachable)
      }
    }
  }
}
