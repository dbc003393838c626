public import FoundationEssentials

/// The time by which legal periods run and timers fire. Record timestamps, tokens, retention and time-outs never use it.
public protocol BusinessClock: Sendable {
  /// The present business instant.
  var now: Date { get }
}
