public import FoundationEssentials

/// The business clock of production: real time.
public struct SystemClock: BusinessClock {
  public init() {}
  public var now: Date { Date() }
}
