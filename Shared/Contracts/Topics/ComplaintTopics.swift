/// Which topics bring complaints, and which sources may use each (`COMPLAINT_TOPICS`).
///
/// Grammar, white space around any part being free:
///
///     bindings = binding *( ";" binding ) [ ";" ]
///     binding  = topic "=" pattern *( "," pattern )
///     topic    = the whole name on the broker, prefix included: a vendor's topic may be outside the prefix
///     pattern  = "*"                any source that no other binding names
///              | source             exactly this source
///              | source "/*"        every source below this one
///
/// For example `ecoredress.complaints=*;ecoredress.complaints.vendor-a=/hotline/vendor-a,/hotline/vendor-a/*`.
///
/// `*` does not admit a source that another topic names: if it did, whoever may write to the shared topic could speak
/// in the name of a vendor that has one of its own, and a petition's identity is made of its source.
public struct ComplaintTopics: Sendable, Equatable {
  /// One topic and its sources.
  public struct Binding: Sendable, Equatable {
    /// The name on the broker.
    public var topic: String
    /// The patterns of sources.
    public var patterns: [SourcePattern]
  }

  /// In the order configured; never empty.
  public let bindings: [Binding]

  /// The names of the topics to subscribe to.
  public var topics: [String] { bindings.map(\.topic) }

  /// The binding when nothing is configured: any source, on the one topic of the catalogue.
  public init(prefix: TopicPrefix) {
    bindings = [Binding(topic: prefix.name(of: .complaints), patterns: [.any])]
  }

  /// Parses the setting.
  public init(parsing text: String) throws(ComplaintTopicsError) {
    var bindings: [Binding] = []
    for part in text.split(separator: ";") {
      let part = Self.trimmed(part)
      if part.isEmpty { continue }
      let binding = try Self.binding(part)
      guard !bindings.contains(where: { $0.topic == binding.topic }) else {
        throw ComplaintTopicsError(part: part, reason: "the topic is bound twice")
      }
      bindings.append(binding)
    }
    guard !bindings.isEmpty else { throw ComplaintTopicsError(part: text, reason: "no topic is bound") }
    self.bindings = bindings
  }

  /// Whether events of `source` may come by `topic`.
  public func admits(source: String, on topic: String) -> Bool {
    guard let binding = bindings.first(where: { $0.topic == topic }) else { return false }
    if binding.patterns.contains(where: { $0.names(source) }) { return true }
    return binding.patterns.contains(.any)
      && !bindings.contains { $0.patterns.contains { $0.names(source) } }
  }

  private static func binding(_ part: String) throws(ComplaintTopicsError) -> Binding {
    guard let equals = part.firstIndex(of: "=") else {
      throw ComplaintTopicsError(part: part, reason: "a binding is written topic=source,source")
    }
    let topic = trimmed(part[..<equals])
    guard !topic.isEmpty, topic.utf8.count <= 249, topic.utf8.allSatisfy(TopicPrefix.isNameByte) else {
      throw ComplaintTopicsError(part: part, reason: "Kafka allows no topic of this name")
    }
    var patterns: [SourcePattern] = []
    for text in part[equals...].dropFirst().split(separator: ",", omittingEmptySubsequences: false) {
      guard let pattern = SourcePattern(trimmed(text)) else {
        throw ComplaintTopicsError(part: part, reason: "a source is *, a path, or a path ending in /*")
      }
      patterns.append(pattern)
    }
    return Binding(topic: topic, patterns: patterns)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
