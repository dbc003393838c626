/// How large an inbound batch may grow and how long it may wait: the trade between throughput and latency.
public struct BatchConfiguration: Sendable {
  /// The most messages in one transaction.
  public var messages: Int
  /// The most bytes of values in one transaction.
  public var bytes: Int
  /// The shortest time from one batch that is not full to the next.
  public var wait: Duration

  public init(messages: Int = 1000, bytes: Int = 8_388_608, wait: Duration = .milliseconds(15)) {
    self.messages = messages
    self.bytes = bytes
    self.wait = wait
  }
}

extension BatchConfiguration: ConfigurationArea {
  enum Keys {
    static let messages = ConfigurationKey(
      "BATCH_MESSAGES", .integer(1...10_000), default: "1000", "The most messages handled in one transaction")
    static let bytes = ConfigurationKey(
      "BATCH_BYTES", .bytes(65_536...67_108_864), default: "8388608",
      "The most bytes of message values handled in one transaction; one larger message still passes alone")
    static let wait = ConfigurationKey(
      "BATCH_WAIT_MS", .milliseconds(0...1000), default: "15",
      "The shortest time from one batch that is not full to the next; what comes in between goes together")
  }

  public static let title = "Batches"
  public static let keys = [Keys.messages.description, Keys.bytes.description, Keys.wait.description]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let messages = scope.read(Keys.messages)
    let bytes = scope.read(Keys.bytes)
    let wait = scope.read(Keys.wait)
    guard let messages, let bytes, let wait, scope.problems.isEmpty else { throw scope.error }
    self.init(messages: messages, bytes: bytes, wait: wait)
  }
}
