public import Contracts
public import FoundationEssentials
public import Sealing
public import Tracing

/// What all units of work of a service share.
public struct UnitOfWorkContext: Sendable {
  /// The `source` attribute of the service's events, `/ecoredress/petitions`.
  public let source: EventSource
  public let shards: OutboxShards
  /// Seals records that go to the dead letters.
  public let sealer: Sealer
  public let clock: any BusinessClock
  /// Where events say that their schemas are.
  public let schemas: SchemaAddress
  /// Begins spans; nil when nothing is traced, which then costs nothing.
  public let tracer: (any Tracer)?
  /// Real time, for the events' own `time`.
  let recordTime: @Sendable () -> Date

  public init(
    source: EventSource, shards: OutboxShards, sealer: Sealer, clock: any BusinessClock,
    schemas: SchemaAddress = .name, tracer: (any Tracer)? = nil,
    recordTime: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.source = source
    self.shards = shards
    self.sealer = sealer
    self.clock = clock
    self.schemas = schemas
    self.tracer = tracer
    self.recordTime = recordTime
  }
}
