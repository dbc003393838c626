/// A pool at one moment, and what it has done so far.
public struct PostgresPoolStatistics: Sendable, Equatable {
  /// Connections leased out now.
  public var inUse = 0
  /// Connections open and free now.
  public var idle = 0
  /// Connections being opened now.
  public var opening = 0
  /// Callers waiting now.
  public var waiting = 0
  /// Leases given so far.
  public var leases = 0
  /// Callers who gave up at the acquire deadline so far.
  public var timeouts = 0
  /// Connections that could not be opened so far.
  public var connectFailures = 0
  /// Time callers have spent waiting so far, all together.
  public var waited = Duration.zero
}
