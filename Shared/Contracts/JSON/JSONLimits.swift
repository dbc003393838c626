/// What a parser accepts from an outsider before it gives up.
public struct JSONLimits: Sendable, Equatable {
  /// The longest text, in bytes.
  public var maximumBytes: Int
  /// How deep arrays and objects may nest. A flat value has depth 0.
  public var maximumDepth: Int

  /// - Parameters:
  ///   - maximumBytes: default 1 MiB, the largest record Kafka takes by default.
  ///   - maximumDepth: default 32; the parser recurses, so the depth also bounds its stack.
  public init(maximumBytes: Int = 1 << 20, maximumDepth: Int = 32) {
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
  }
}
