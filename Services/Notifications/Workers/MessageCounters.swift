import Contracts
import Metrics

/// Counts attempts and turns of messages by channel. Every series is there from nought on: whoever asks how much one has grown
/// would else not see its first step, though twenty messages may fail in the same second.
struct MessageCounters: Sendable {
  private let attempts: [ContactChannel: [ChannelAttempt.Outcome: Counter]]
  private let turns: [ContactChannel: [String: Counter]]

  init() {
    attempts = Self.make("ecoredress_message_attempts_total", ChannelAttempt.Outcome.allCases) { $0.rawValue }
    turns = Self.make("ecoredress_messages_total", ["delivered", "retried", "by-hand", "failed"]) { $0 }
  }

  func count(_ result: MessageResult) {
    for attempt in result.attempts { attempts[attempt.channel]?[attempt.outcome]?.increment() }
    turns[result.channel]?[result.status == "pending" ? "retried" : result.status]?.increment()
  }

  private static func make<Outcome: Hashable>(
    _ label: String, _ outcomes: [Outcome], name: (Outcome) -> String
  ) -> [ContactChannel: [Outcome: Counter]] {
    Dictionary(
      uniqueKeysWithValues: ContactChannel.allCases.map { channel in
        let counters = outcomes.map { outcome in
          (
            outcome,
            Counter(label: label, dimensions: [("outcome", name(outcome)), ("channel", channel.rawValue)])
          )
        }
        return (channel, Dictionary(uniqueKeysWithValues: counters))
      })
  }
}
