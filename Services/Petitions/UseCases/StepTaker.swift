import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Takes a step of staff with a petition: loads and locks it, lets the domain decide, saves, tells the world.
///
/// A step comes as `any`: as a generic parameter it makes a copy of all this, and of what takes it from HTTP, for each of
/// the steps, a quarter of what the module takes to compile.
struct StepTaker: Sendable {
  let rules: RuleBook
  let petitions: PetitionStore
  let gather: GatherFinding

  /// - Parameters:
  ///   - authorise: throws when the caller may not act on the petition, or not on this version of it.
  /// - Returns: the petition after the step; nil when there is none of this id.
  func callAsFunction(
    _ step: any PetitionStep, on id: UUID, by caller: Caller, work: UnitOfWork,
    authorise: (Petition) throws -> Void
  ) async throws -> Petition? {
    guard var petition = try await petitions.lock(ids: [id], on: work.connection).first?.petition else { return nil }
    try authorise(petition)
    guard !petition.file.withdrawn.contains(caller.subject) else { throw PetitionError.withdrawn }
    let name = type(of: step).name
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    try petition.begin(name, requiresCallBack: rules.requiresCallBack)
    let before = petition
    let bases = Set(petition.allClocks.map(\.basis))
    let circumstances = Circumstances(
      now: work.now, actor: caller.subject, territory: caller.territory, rules: rules)
    let effects = try step.take(on: &petition, in: circumstances)
    petition.updatedAt = work.now
    let cause = Cause(
      id: UUID().lowercased, correlation: petition.correlation.lowercased, traceParent: caller.traceParent)
    PetitionAnnouncements.emit(effects.events, of: &petition, cause: cause, work: work)
    try await gather(effects.events, of: petition, rules: rules, work: work)
    if let message = effects.message {
      PetitionAnnouncements.ask(
        message, of: petition, sealedContact: try await VaultStore.contact(petition.entry, on: work.connection),
        cause: cause, work: work)
    }
    let begun = Set(petition.allClocks.map(\.basis)).subtracting(bases)
    try await petitions.deadlines.begin(begun.sorted { $0.id < $1.id }, work: work)
    if let attention = petition.attention, attention <= work.now {
      // A clock that runs again and is out already is told of at once.
      work.schedule(DurableTimer(kind: TendClocks.timer, subject: petition.id.lowercased, due: work.now))
    }
    try await petitions.save([petition], on: work.connection)
    petition.version += 1
    try await FollowLead(petitions: petitions)(before, petition, in: circumstances, work: work)
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
