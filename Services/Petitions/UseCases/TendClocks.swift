import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Lets the clocks of petitions tell what has fallen due: ends that come near, ends that were missed, what goes a level up.
///
/// One timer for all clocks that have something to tell at one instant; what was missed while nothing ran is told late,
/// never not at all. A page of petitions costs the same few statements whatever its size; one that is warned of costs its
/// narrow row, an event and a line of its history. Where there is more than a page, it is told of in shares, several at once.
struct TendClocks: Sendable {
  static let timer = "petition.clocks"
  /// The kind of the timers of the shares, one for each while it has more to tell.
  static let sweep = "petition.clocks.sweep"
  /// How many petitions are told of in one transaction.
  static let page = 2_000

  let rules: RuleBook
  let petitions: PetitionStore

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    // Nothing is locked where the shares tell: they would wait for it, one after the other.
    if try await work.connection.query(ClockStore.exceeds(Self.page, by: work.now), as: Bool.self) == [true] {
      for share in ClockShare.all { Self.goOn(with: share, work: work) }
    } else {
      _ = try await tellPage(of: nil, work: work)
    }
  }

  /// Tells of a page of each of these shares, and goes on with those that have more.
  func callAsFunction(sweeping timers: [DurableTimer], work: UnitOfWork) async throws {
    for share in timers.compactMap({ ClockShare(text: $0.subject) }) {
      if try await tellPage(of: share, work: work) { Self.goOn(with: share, work: work) }
    }
  }

  private static func goOn(with share: ClockShare, work: UnitOfWork) {
    work.schedule(DurableTimer(kind: sweep, subject: share.text, due: work.now))
  }

  /// - Returns: whether there may be more.
  private func tellPage(of share: ClockShare?, work: UnitOfWork) async throws -> Bool {
    let due = try await work.connection.query(
      ClockStore.due(by: work.now, share: share, limit: Self.page), as: (Int64, Bool).self)
    guard !due.isEmpty else { return false }
    let clocks = ClockStore(deadlines: petitions.deadlines)
    var warned: [WatchedPetition] = []
    var steps: [StepStore.Row] = []
    var whole = due.filter(\.1).map(\.0)
    for var petition in try await clocks.watched(due.filter { !$0.1 }.map(\.0), on: work.connection) {
      guard let warnings = petition.warnings(at: work.now) else {
        whole.append(petition.entry)
        continue
      }
      if let first = warnings.first {
        let cause = Self.cause(petition.id, petition.sequence, first.planned, petition.correlation)
        for warning in warnings {
          petition.sequence += 1
          let told = PetitionAnnouncements.outbound(
            warning.event, on: .petitions, sequence: petition.sequence, cause: cause)
          work.emit(told)
          steps.append(.init(entry: petition.entry, actor: "petitions", step: Self.warned, detail: told.data))
        }
      }
      warned.append(petition)
    }
    try await ClockStore.save(warned: warned, on: work.connection)
    if !whole.isEmpty { steps += try await tell(whole, work: work) }
    try await StepStore.insert(steps, at: work.now, on: work.connection)
    return due.count == Self.page
  }

  /// Tells of petitions whose state changes with it.
  /// - Returns: the lines of their history.
  private func tell(_ entries: [Int64], work: UnitOfWork) async throws -> [StepStore.Row] {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    var told: [Petition] = []
    var supervised: [Petition] = []
    var steps: [StepStore.Row] = []
    let found = try await petitions.read("entry = any(\(entries)) order by entry", on: work.connection)
    for var petition in found.map(\.petition) {
      let supervision = petition.file.supervision
      let calls = petition.attend(at: work.now, rules: rules)
      guard let first = calls.first else { continue }
      petition.updatedAt = work.now
      announce(calls.map(\.event), planned: first.planned, of: &petition, work: work)
      steps += calls.map { Self.step(petition.entry, $0.event) }
      if petition.file.supervision == supervision { told.append(petition) } else { supervised.append(petition) }
    }
    try await petitions.saveClocks(told, on: work.connection)
    try await petitions.save(supervised, on: work.connection)
    try await petitions.deadlines.begin(
      Set(supervised.flatMap(\.clocks).map(\.basis)).sorted { $0.id < $1.id }, work: work)
    return steps
  }

  /// Tells of one petition.
  private func announce(
    _ events: [any EventPayload], planned: Date, of petition: inout Petition, work: UnitOfWork
  ) {
    let cause = Self.cause(petition.id, petition.sequence, planned, petition.correlation)
    PetitionAnnouncements.emit(events, of: &petition, cause: cause, work: work)
    for event in events where !(event is PetitionWarned) {
      work.record(
        AuditEntry(
          actor: "petitions", action: "petition.\(Self.name(of: event))", subject: petition.id.lowercased,
          cause: cause.id))
    }
  }

  /// The ids of its events follow from what they tell, so that a clock tended again after a restore tells the same.
  private static func cause(_ id: UUID, _ sequence: Int64, _ planned: Date, _ correlation: UUID) -> Cause {
    Cause(
      id: "clock:\(id.lowercased):\(sequence):\(RFC3339.text(of: planned))", correlation: correlation.lowercased)
  }

  private static func step(_ entry: Int64, _ event: any EventPayload) -> StepStore.Row {
    .init(entry: entry, actor: "petitions", step: name(of: event), detail: event.json)
  }

  private static let warned = "warned"

  /// What the history calls it.
  private static func name(of event: any EventPayload) -> String {
    switch event {
    case is PetitionWarned: warned
    case is PetitionOverdue: "overdue"
    case is PetitionSupervised: StepName.supervise.rawValue
    default: "escalated"
    }
  }
}
