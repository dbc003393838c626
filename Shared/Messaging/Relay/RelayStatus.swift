public import FoundationEssentials

/// How a shard's relay is doing.
public struct RelayStatus: Sendable {
  public enum Role: Sendable, Equatable {
    /// Another replica publishes this shard.
    case spare
    /// This replica publishes it.
    case publishing
  }

  public var role: Role = .spare
  /// Why nothing is published at the moment; nil when all is well.
  public var failure: String?
  /// Whether only an operator's command can help.
  public var refusal: RelayRefusal?
  public var published: Int = 0
  public var lastTransaction: Date?
}
