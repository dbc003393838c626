import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Takes a step with a claim: locks its case and it, lets the domain decide, saves, tells the world.
struct TakeClaimStep: Sendable {
  /// What somebody wants to do with a claim.
  enum Step: Sendable {
    /// Conditions that are met, the last of them at an instant; absent means now.
    case meet([MetCondition], at: Date?)
    case withdraw(ClaimWithdrawal)
    case openRecourse(subjectKey: String)

    var name: String {
      switch self {
      case .meet: "claim-conditions"
      case .withdraw: "withdraw-claim"
      case .openRecourse: "open-recourse"
      }
    }
  }

  static let timer = "compensation.claim-due"

  let rules: RuleBook
  let cases: CaseStore
  let write: CaseWriter

  /// - Parameter authorise: throws when the caller may not act in the claim's region.
  /// - Returns: the claim after the step; nil when there is none of this id.
  func callAsFunction(
    _ step: Step, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> InsuranceClaim? {
    guard let found = try await ClaimStore.find(id, on: work.connection),
      let before = try await cases.lock([found.caseId], on: work.connection).first,
      var claim = try await ClaimStore.lock([id], on: work.connection).first
    else { return nil }
    try authorise(claim.region)
    let inForce = try ClaimRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let event: (any EventPayload)? =
      switch step {
      case .meet(let conditions, let at):
        try claim.meet(conditions, at: at ?? work.now, now: work.now, for: before, rules: inForce)
      case .withdraw(let reason): try claim.withdraw(reason, at: work.now, for: before)
      case .openRecourse(let subject):
        try claim.openRecourse(against: subject, at: work.now, for: before, rules: inForce)
      }
    try await ClaimStore.save([claim], on: work.connection)
    Self.follow(claim, work: work)
    let cause = Cause(id: UUID().lowercased, correlation: before.correlation, traceParent: caller.traceParent)
    var change = CaseChange(before: before, compensation: before, cause: cause)
    if let event { change.news.append(.init(event: event, cause: cause)) }
    change.lines.append(
      .init(step: step.name, actor: caller.subject, detail: claim.file.json, request: caller.requestId))
    try await write([change], work: work)
    return claim
  }

  /// Sets the timer of the insurer's period, or takes it back.
  static func follow(_ claim: InsuranceClaim, work: UnitOfWork) {
    if claim.status == .due, let clock = claim.file.clock, clock.isRunning {
      work.schedule(DurableTimer(kind: timer, subject: claim.id.lowercased, due: clock.dueDate.due))
    } else {
      work.cancel(timers: [timer], of: claim.id.lowercased)
    }
  }
}
