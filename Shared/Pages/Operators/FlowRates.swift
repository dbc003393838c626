import Contracts
import FoundationEssentials
import Synchronization

/// How fast services go: told from what they had counted at the looks before. Where the process that counts is another one,
/// because it was restarted or another replica answered, there is no rate until the next look.
final class FlowRates: Sendable {
  private struct Look: Sendable {
    let at: Date
    let counts: [String: Int64]
  }

  private struct Looks: Sendable {
    var started = ""
    var kept: [Look] = []
  }

  /// Over so many seconds a rate is told, so that a single message does not make it jump.
  private static let span = 12.0
  /// What was looked at longer ago says nothing of now.
  private static let longest = 60.0

  private let looks = Mutex<[String: Looks]>([:])

  /// Takes a look; answers what came per second since the looks before, by the names of topics, and `published`.
  func take(_ service: String, _ status: JSON) -> [String: Double] {
    guard let at = status["at"]?.string.flatMap({ RFC3339.date(from: $0) }), let started = status["started"]?.string
    else { return [:] }
    var counts: [String: Int64] = [:]
    counts["published"] = status["published"]?.integer
    for topic in status["topics"]?.array ?? [] {
      if let name = topic["name"]?.string { counts[name] = topic["taken"]?.integer }
    }
    let now = Look(at: at, counts: counts)
    return looks.withLock { looks in
      var own = looks[service] ?? Looks()
      if own.started != started { own = Looks(started: started) }
      own.kept.removeAll { now.at.timeIntervalSince($0.at) > Self.longest || $0.at > now.at }
      // Of those that are old enough the newest is compared with.
      while own.kept.count > 1, now.at.timeIntervalSince(own.kept[1].at) > Self.span { own.kept.removeFirst() }
      let before = own.kept.first
      if own.kept.last.map({ now.at.timeIntervalSince($0.at) >= 1 }) ?? true { own.kept.append(now) }
      looks[service] = own
      return before.map { Self.rates(from: $0, to: now) } ?? [:]
    }
  }

  private static func rates(from before: Look, to now: Look) -> [String: Double] {
    let seconds = now.at.timeIntervalSince(before.at)
    guard seconds >= 1 else { return [:] }
    var rates: [String: Double] = [:]
    for (name, count) in now.counts {
      if let earlier = before.counts[name] { rates[name] = Double(max(0, count - earlier)) / seconds }
    }
    return rates
  }
}
