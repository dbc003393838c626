import Civics
import Contracts
import FoundationEssentials

/// When messages may disturb, and what is told together.
struct NoticeTiming: Sendable, Equatable {
  /// When ordinary messages do not disturb.
  let quietHours: DailyWindow
  /// What goes out all the same.
  let exempt: Set<MessageUrgency>
  /// The channels that disturb; others are silent by nature.
  let disturbing: Set<ContactChannel>
  /// When digests are compiled, in minutes since midnight in Shanghai.
  let digestMinute: Int
  /// How digests are sent, in the order tried.
  let digestChannels: [ContactChannel]
  /// How appointments are told, in the order tried.
  let appointmentChannels: [ContactChannel]
  /// How many ordinary messages an addressee gets within the window; what is more waits for the digest.
  let mostInWindow: Int
  let window: Duration
  /// Events older than this are not told any more, unless the law asks for it.
  let staleAfter: Duration

  /// Until when a message is held back; nil when it may go at once.
  func notBefore(_ now: Date, urgency: MessageUrgency, channels: [ContactChannel]) -> Date? {
    guard !exempt.contains(urgency), let first = channels.first, disturbing.contains(first),
      quietHours.contains(now)
    else { return nil }
    return quietHours.firstInstantOutside(from: now)
  }

  /// When what is gathered now is told.
  func nextDigest(after now: Date) -> Date {
    let day = ShanghaiTime.day(of: now)
    let today = ShanghaiTime.instant(day, minute: digestMinute)
    return now < today ? today : ShanghaiTime.instant(day.next, minute: digestMinute)
  }

  /// Whether an event is too old to be told: after a long outage nobody wants yesterday's news as today's.
  func isStale(_ at: Date, now: Date, urgency: MessageUrgency) -> Bool {
    urgency != .legal && now.timeIntervalSince(at) > staleAfter.inSeconds
  }
}
