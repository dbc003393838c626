import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Lets the clocks of petitions tell what has fallen due: ends that come near, ends that were missed, what goes a level up.
///
/// One timer for all clocks that have something to tell at one instant; what was missed while nothing ran is told late,
/// never not at all.
struct TendClocks: Sendable {
  static let timer = "petition.clocks"
  /// How many petitions are told of in one transaction.
  static let page = 2_000

  let rules: RuleBook
  let petitions: PetitionStore

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let found = try await petitions.read(Self.due(by: work.now), on: work.connection)
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    var warned: [Petition] = []
    var told: [Petition] = []
    var supervised: [Petition] = []
    var steps: [StepStore.Row] = []
    for var petition in found.map(\.petition) {
      let supervision = petition.file.supervision
      let calls = petition.attend(at: work.now, rules: rules)
      if let first = calls.first {
        petition.updatedAt = work.now
        announce(calls.map(\.event), planned: first.planned, of: &petition, work: work)
        steps += calls.map {
          .init(entry: petition.entry, actor: "petitions", step: Self.name(of: $0.event), detail: $0.event.json)
        }
      }
      if petition.file.supervision != supervision {
        supervised.append(petition)
      } else if calls.allSatisfy({ $0.event is PetitionWarned }) {
        warned.append(petition)
      } else {
        told.append(petition)
      }
    }
    try await petitions.saveClocks(warned, counting: false, on: work.connection)
    try await petitions.saveClocks(told, on: work.connection)
    try await petitions.save(supervised, on: work.connection)
    for basis in Set(supervised.flatMap(\.clocks).map(\.basis)) {
      try await petitions.deadlines.begin([basis], work: work)
    }
    try await StepStore.insert(steps, at: work.now, on: work.connection)
    if found.count == TendClocks.page {
      work.schedule(DurableTimer(kind: Self.timer, subject: "more", due: work.now))
    }
  }

  /// The petitions that have something to tell. Locked ones are waited for, not passed over: the timer does not come
  /// again. An array, since a planner that counts on many rows would read the whole table for them.
  static func due(by now: Date) -> SQL {
    """
    select \(PetitionRow.columns) from petition where id = any(array(
      select id from petition where attention_at <= \(now) order by attention_at limit \(TendClocks.page)))
    order by id for update
    """
  }

  /// Tells of one petition; the ids of its events follow from what they tell, so that a clock tended again after a
  /// restore tells the same.
  private func announce(
    _ events: [any EventPayload], planned: Date, of petition: inout Petition, work: UnitOfWork
  ) {
    let cause = Cause(
      id: "clock:\(petition.id.lowercased):\(petition.sequence):\(RFC3339.text(of: planned))",
      correlation: petition.correlation.lowercased)
    // A warning changes nothing that the public state says.
    let isNews = events.contains { !($0 is PetitionWarned) }
    PetitionAnnouncements.emit(events, of: &petition, cause: cause, withState: isNews, work: work)
    for event in events where !(event is PetitionWarned) {
      work.record(
        AuditEntry(
          actor: "petitions", action: "petition.\(Self.name(of: event))", subject: petition.id.lowercased,
          cause: cause.id))
    }
  }

  /// What the history calls it.
  private static func name(of event: any EventPayload) -> String {
    switch event {
    case is PetitionWarned: "warned"
    case is PetitionOverdue: "overdue"
    case is PetitionSupervised: StepName.supervise.rawValue
    default: "escalated"
    }
  }
}
