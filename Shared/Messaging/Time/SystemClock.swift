public import FoundationEssentials

/// The business clock of production: real time, in whole microseconds, as PostgreSQL keeps it; so an instant is the same
/// before and after it was stored.
public struct SystemClock: BusinessClock {
  public init() {}
  public var now: Date {
    Date(timeIntervalSince1970: (Date().timeIntervalSince1970 * 1_000_000).rounded(.down) / 1_000_000)
  }
}
