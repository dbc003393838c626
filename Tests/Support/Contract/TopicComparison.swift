import Contracts

/// What of the topics breaks those who read or write them, or were given access.
public struct TopicComparison: Sendable {
  private let old: ReleasedContract
  private let new: ReleasedContract

  public init(released: ReleasedContract, today: ReleasedContract) {
    old = released
    new = today
  }

  /// What breaks, a line each, sorted.
  public var breaks: [String] {
    old.parts.sorted { $0.key < $1.key }.flatMap { name, was -> [String] in
      guard let now = new.parts[name] else { return ["\(name): is gone"] }
      let found = same(was, now) + partitions(was, now) + retention(was, now) + largest(was, now)
      return (found + lists(was, now)).map { "\(name): \($0)" }
    }
  }

  /// What may not change at all: where it is, what orders its records, what it is for, and whether old records go away.
  private func same(_ was: JSON, _ now: JSON) -> [String] {
    let words = ["address", "x-key", "x-purpose"].filter { was[$0] != now[$0] }
    let cleanup = Self.setting("cleanup.policy", was) == Self.setting("cleanup.policy", now) ? [] : ["cleanup.policy"]
    let isClosed = was["x-restricted"]?.bool != true && now["x-restricted"]?.bool == true
    return (words + cleanup).map { "its \($0) is another" } + (isClosed ? ["is restricted now"] : [])
  }

  /// Keys lie elsewhere when there are more partitions, and the order of a key's records is lost.
  private func partitions(_ was: JSON, _ now: JSON) -> [String] {
    Self.binding(was)?["partitions"] == Self.binding(now)?["partitions"] ? [] : ["its partitions are others"]
  }

  private func retention(_ was: JSON, _ now: JSON) -> [String] {
    guard let then = Self.setting("retention.ms", was)?.integer else { return [] }
    guard let today = Self.setting("retention.ms", now)?.integer else { return ["its retention is not told any more"] }
    return today < then ? ["records are kept for a shorter time"] : []
  }

  private func largest(_ was: JSON, _ now: JSON) -> [String] {
    guard let then = Self.setting("max.message.bytes", was)?.integer,
      let today = Self.setting("max.message.bytes", now)?.integer
    else { return [] }
    return today < then ? ["smaller records are taken"] : []
  }

  private func lists(_ was: JSON, _ now: JSON) -> [String] {
    let events = Self.names(was["messages"]).subtracting(Self.names(now["messages"])).sorted()
    let readers = Self.words(was["x-readers"]).subtracting(Self.words(now["x-readers"])).sorted()
    let writers = Self.words(was["x-writers"]).subtracting(Self.words(now["x-writers"])).sorted()
    return events.map { "\($0) is gone" } + readers.map { "\($0) may not read it any more" }
      + writers.map { "\($0) may not write it any more" }
  }

  private static func binding(_ channel: JSON) -> JSON? { channel["bindings"]?["kafka"] }

  private static func setting(_ name: String, _ channel: JSON) -> JSON? {
    binding(channel)?["topicConfiguration"]?[name]
  }

  private static func names(_ object: JSON?) -> Set<String> { Set(object?.object?.members.map(\.name) ?? []) }

  private static func words(_ list: JSON?) -> Set<String> { Set(list?.array?.compactMap(\.string) ?? []) }
}
