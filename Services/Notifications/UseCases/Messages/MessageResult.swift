import Contracts
import FoundationEssentials

/// What one turn of a message came to: the attempts that were made, and where it stands now.
struct MessageResult: Sendable {
  enum End: Sendable, Equatable {
    /// Out of our hands, with proof.
    case delivered(ChannelReceipt)
    /// For another turn after this long.
    case waiting(Duration)
    /// Staff have it now.
    case byHand
    /// Nobody can be reached by any channel.
    case failed(DeliveryFailure)

    /// How long until the next turn; nil when there is none by machine.
    var wait: Duration? { if case .waiting(let wait) = self { wait } else { nil } }
    /// The proof, when it is out of our hands.
    var receipt: ChannelReceipt? { if case .delivered(let receipt) = self { receipt } else { nil } }
  }

  let message: MessageRow
  var course: MessageCourse
  var attempts: [ChannelAttempt] = []
  /// Channels given up in this turn, each with the one that follows.
  var fallen: [(from: ContactChannel, to: ContactChannel, attempts: Int, reason: DeliveryFailure, detail: String?)] = []
  var end: End
  /// The channel's word for what went wrong last.
  var failure: String?

  init(_ message: MessageRow, end: End = .waiting(.zero)) {
    self.message = message
    course = message.course
    self.end = end
  }

  var draft: MessageDraft { message.draft }
  /// The channel it went by, or would have.
  var channel: ContactChannel { course.channel ?? course.channels.last ?? .letter }

  /// Where the row stands after this turn.
  var status: String {
    switch end {
    case .delivered: "delivered"
    case .waiting: "pending"
    case .byHand: "by-hand"
    case .failed: "failed"
    }
  }

  /// Whether the sealed contact data are needed again: for another turn, for staff, or for the next channel when no
  /// acknowledgement comes.
  var keepsContact: Bool {
    switch end {
    case .waiting, .byHand: true
    case .delivered: draft.wantsAcknowledgement && course.next != nil
    case .failed: false
    }
  }

  /// Notes an attempt that was made by the present channel.
  mutating func note(
    _ outcome: ChannelAttempt.Outcome, failure: String? = nil, receipt: ChannelReceipt? = nil, at: Date
  ) {
    attempts.append(ChannelAttempt(channel: channel, outcome: outcome, failure: failure, receipt: receipt, at: at))
    if let failure { self.failure = failure }
  }

  /// Gives the turn to the next channel, or ends when there is none.
  mutating func fall(because reason: DeliveryFailure) {
    let from = channel
    let next = course.next
    let made = course.channelAttempts
    course.fallThrough()
    if let next {
      fallen.append((from, next, made, reason, failure))
    } else {
      // What stopped the attempts that were made says more than that the last channel had no address.
      end = .failed(reason == .noContactData && course.attempts > 0 ? .unreachable : reason)
    }
  }

  /// What the world is told, in order.
  /// - Parameter now: real time.
  func events(at now: Date) -> [any EventPayload] {
    var events: [any EventPayload] = fallen.map { fall in
      draft.channelFailed(
        fall.from, attempts: fall.attempts, next: fall.to, reason: fall.reason, detail: fall.detail, at: now)
    }
    switch end {
    case .delivered(let receipt):
      events.append(draft.delivered(by: channel, attempts: course.attempts, receipt: receipt, at: now))
    case .failed(let reason):
      events.append(
        draft.failed(by: channel, attempts: course.attempts, reason: reason, detail: failure, at: now))
    case .waiting, .byHand: break
    }
    return events
  }
}
