import Contracts
import FoundationEssentials
import Messaging

/// One thing that a rule wants told of an event, before anybody has looked up to whom.
struct Telling: Sendable {
  enum Target: Sendable, Hashable {
    case key(String)
    case role(String, region: String)
  }

  let rule: NoticeRule
  let target: Target
  /// The event's data, as the templates see them.
  let words: JSONObject
  let subject: String
  /// Six digits; 000000 for an event without a region.
  let region: String
  let at: Date
  let cause: Cause

  /// What the rules in force want told of an event.
  /// - Parameter now: the business instant.
  static func all(of event: CloudEvent, data: JSON, book: NoticeBook, now: Date) -> [Telling] {
    guard let words = data.object, let rules = book.notices[event.type] else { return [] }
    let at = words["at"]?.string.flatMap(RFC3339.date(from:)) ?? event.time ?? now
    let writer = book.writer("", in: .chinese)
    let region = event.region ?? words["region"]?.string ?? "000000"
    return rules.compactMap { rule in
      guard !book.timing.isStale(at, now: now, urgency: rule.urgency),
        rule.expires.map({ now.timeIntervalSince(at) < $0.inSeconds }) ?? true,
        rule.condition?.holds(for: data) ?? true,
        let target = Self.target(rule.addressee, words, writer)
      else { return nil }
      return Telling(
        rule: rule, target: target, words: words, subject: event.subject ?? event.id, region: region, at: at,
        cause: Cause(event))
    }
  }

  private static func target(_ choice: AddresseeChoice, _ words: JSONObject, _ writer: TemplateWriter) -> Target? {
    switch choice {
    case .key(let text): text.write(words, writer: writer).map(Target.key)
    case .role(let role, let region): region.write(words, writer: writer).map { .role(role, region: $0) }
    }
  }
}
