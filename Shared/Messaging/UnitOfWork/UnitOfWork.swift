public import Contracts
public import FoundationEssentials
public import Kafka
public import Postgres
internal import Tracing

/// One transaction's worth of work: the use case reads and writes its tables through `connection` and says here what
/// else belongs to the same commit – events, timers, refusals, the audit trail.
///
/// All of it is written by a handful of set-based statements when the use case has returned. Outbox ids are drawn
/// last: a use case that locks or inserts the rows of its keys, in key order, before it returns keeps every key's
/// events in order. Not shared between tasks.
public final class UnitOfWork {
  public let connection: PostgresConnection
  /// The business instant of this unit; it stands still while the unit runs.
  public let now: Date
  private let context: UnitOfWorkContext
  private var outbox: OutboxBatch
  private var ordinals: [Ordinal: Int] = [:]
  private var timers: [UUID: DurableTimer] = [:]
  private var cancelled: [UUID] = []
  private var audit: [AuditEntry] = []
  private var letters: [DeadLetterDraft] = []
  /// Of the events emitted: whoever commits ends them.
  private(set) var spans: [any Span] = []

  private struct Ordinal: Hashable {
    let cause: String
    let type: EventType
  }

  init(connection: PostgresConnection, context: UnitOfWorkContext, now: Date) {
    self.connection = connection
    self.context = context
    self.now = now
    outbox = OutboxBatch(shards: context.shards, schemas: context.schemas)
  }

  /// Emits an event with this unit's commit; answers its id, which follows from the cause, the type and how many of
  /// that type the cause has had before: the same input read again gives the same ids.
  @discardableResult
  public func emit(_ event: OutboundEvent) -> UUID {
    let ordinal = count(Ordinal(cause: event.cause.id, type: event.type))
    let id = EventIdentity.event(cause: event.cause.id, type: event.type, ordinal: ordinal)
    outbox.append(id: id, event: event, source: context.source, trace: trace(of: event, id), at: context.recordTime())
    return id
  }

  /// What the event carries as its trace context: the span of its creation when that is traced, else its cause's.
  private func trace(of event: OutboundEvent, _ id: UUID) -> TraceParent? {
    guard let tracer = context.tracer else { return event.cause.traceParent }
    let (trace, span) = EventSpan.create(event, id: id, tracer: tracer)
    if let span { spans.append(span) }
    return trace
  }

  /// How many of this kind came before; counts it.
  private func count(_ kind: Ordinal) -> Int {
    func next(_ count: inout Int) -> Int {
      defer { count += 1 }
      return count
    }
    return next(&ordinals[kind, default: 0])
  }

  /// Sets a timer, or moves the one of the same kind and subject.
  public func schedule(_ timer: DurableTimer) {
    timers[timer.id] = timer
  }

  /// Takes timers back; those that do not exist are no error.
  public func cancel(timers kinds: [String], of subject: String) {
    for kind in kinds {
      let id = DurableTimer.id(kind: kind, subject: subject)
      timers[id] = nil
      cancelled.append(id)
    }
  }

  public func record(_ entry: AuditEntry) {
    audit.append(entry)
  }

  /// Refuses a record that breaks the contract: final, kept sealed among the dead letters, blocks nothing.
  public func refuse(_ record: KafkaMessage, orderingKey: String, because violation: ContractViolation) throws {
    letters.append(
      DeadLetterDraft(
        record: record, orderingKey: orderingKey, state: .rejected, code: violation.code.rawValue,
        field: violation.field, message: violation.message))
  }

  /// Keeps a valid record back: parked because handling it failed, or waiting behind one that is.
  func hold(_ record: KafkaMessage, orderingKey: String, state: DeadLetterState, code: String, message: String) {
    letters.append(
      DeadLetterDraft(
        record: record, orderingKey: orderingKey, state: state, code: code, field: nil, message: message))
  }

  /// Why records are kept back by this unit.
  var kept: [DeadLetterReason] { letters.map { DeadLetterReason(state: $0.state, code: $0.code) } }

  /// Writes everything gathered, in one round trip.
  func flush() async throws {
    var statements: [SQL] = []
    if !cancelled.isEmpty { statements.append("delete from timer where id = any(\(cancelled))") }
    if !timers.isEmpty { statements.append(TimerStore.set(timers.values.sorted { $0.id < $1.id })) }
    if !letters.isEmpty { statements.append(try DeadLetterStore.insert(letters, sealer: context.sealer)) }
    if !audit.isEmpty { statements.append(AuditStore.insert(audit)) }
    if !outbox.isEmpty { statements.append(outbox.insert) }
    switch statements.count {
    case 0: break
    case 1: _ = try await connection.execute(statements[0])
    default: _ = try await connection.pipeline(statements)
    }
  }
}
