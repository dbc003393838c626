import Crypto

/// The prefix of one deployment (`TOPIC_PREFIX`): of topics, consumer groups, transactional ids and lock keys, so that
/// several deployments share a cluster. Event types, sources and ids never carry it.
public struct TopicPrefix: Sendable, Hashable, CustomStringConvertible {
  /// The prefix when none is configured, `ecoredress.`.
  public static let standard = TopicPrefix(unchecked: "ecoredress.")

  /// The text as configured, usually ending in a dot.
  public let text: String

  /// - Returns: nil for characters that Kafka refuses in a topic's name (other than letters, digits, `.`, `_`, `-`), or
  ///   more than 120 of them: names end at 249.
  public init?(_ text: String) {
    guard text.utf8.count <= 120, text.utf8.allSatisfy(TopicPrefix.isNameByte) else { return nil }
    self.text = text
  }

  private init(unchecked text: String) { self.text = text }

  public var description: String { text }

  /// The name of a topic on the broker.
  public func name(of topic: Topic) -> String { text + topic.name }

  /// The logical topic of a name on the broker, nil for topics that are not in the catalogue.
  public func topic(named name: String) -> Topic? {
    guard name.hasPrefix(text) else { return nil }
    return TopicCatalogue.topic(named: String(name.dropFirst(text.count)))
  }

  /// The consumer group of a service.
  public func group(of service: ServiceName) -> String { text + service.rawValue }

  /// The transactional id of the relay of one shard: a new owner of the shard fences the old one by it.
  public func transactionalID(of service: ServiceName, shard: Int) -> String {
    "\(text)\(service.rawValue).relay.\(shard)"
  }

  /// A key for an advisory lock, from the first eight bytes of a SHA-256: the locks of two deployments or services in
  /// one database do not meet.
  public func lockKey(of service: ServiceName, _ name: String) -> Int64 {
    let digest = SHA256.hash(data: Array("\(text)\(service.rawValue)/\(name)".utf8))
    return digest.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }

  /// True for the characters that Kafka allows in the name of a topic.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), Byte.zero...Byte.nine: true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
