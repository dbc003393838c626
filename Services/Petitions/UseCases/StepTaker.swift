import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Takes a step of staff with a petition: loads and locks it, lets the domain decide, saves, tells the world.
struct StepTaker: Sendable {
  static let conclusionTimer = "petition.conclusion-due"

  let rules: RuleBook
  let petitions: PetitionStore

  /// - Parameters:
  ///   - authorise: throws when the caller may not act in the petition's region.
  /// - Returns: the petition after the step; nil when there is none of this id.
  func callAsFunction(
    _ step: some PetitionStep, on id: UUID, by caller: Caller, work: UnitOfWork,
    authorise: (String) throws -> Void
  ) async throws -> Petition? {
    guard var petition = try await petitions.lock(ids: [id], on: work.connection).first?.petition else { return nil }
    try authorise(petition.region)
    let name = type(of: step).name
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    try petition.begin(name, requiresCallBack: rules.requiresCallBack)
    let clock = petition.conclusion?.basis
    let effects = try step.take(
      on: &petition, in: Circumstances(now: work.now, actor: caller.subject, rules: rules))
    petition.updatedAt = work.now
    let cause = Cause(
      id: UUID().lowercased, correlation: petition.correlation.lowercased, traceParent: caller.traceParent)
    PetitionAnnouncements.emit(effects.events, of: &petition, cause: cause, work: work)
    if let message = effects.message {
      PetitionAnnouncements.ask(
        message, of: petition, sealedContact: try await VaultStore.contact(petition.entry, on: work.connection),
        cause: cause, work: work)
    }
    if let basis = petition.conclusion?.basis, basis != clock {
      let isNew = try await petitions.deadlines.save(basis, on: work.connection)
      if isNew { work.schedule(DurableTimer(kind: Self.conclusionTimer, subject: basis.startDay, due: basis.due)) }
    }
    if let due = petition.runningDue, due <= work.now {
      // A clock that runs again and is out already is told of at once.
      work.schedule(DurableTimer(kind: Self.conclusionTimer, subject: petition.id.lowercased, due: work.now))
    }
    try await petitions.save([petition], on: work.connection)
    try await StepStore.insert(
      [.init(entry: petition.entry, actor: caller.subject, step: name.rawValue, detail: step.json)], at: work.now,
      on: work.connection)
    var detail = JSONObject()
    detail.set("request", caller.requestId)
    detail.set("status", code: petition.status)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "petition.\(name.rawValue)", subject: petition.id.lowercased, cause: cause.id,
        detail: JSON.object(detail).bytes))
    return petition
  }
}
