import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Decides whether a report earns a reward, by the table and the conditions of the rule packs.
struct DecideReward: Sendable {
  static let claimTimer = "petition.reward-claim-due"

  let rules: RuleBook
  let petitions: PetitionStore

  /// - Parameters:
  ///   - authorise: throws when the caller may not act in the petition's region.
  /// - Returns: the decision; nil when there is no such petition.
  func callAsFunction(
    _ request: RewardRequest, for id: UUID, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> Reward? {
    guard var petition = try await petitions.lock(ids: [id], on: work.connection).first?.petition else { return nil }
    try authorise(petition.region)
    guard try await !RewardStore.isGranted(to: id, on: work.connection) else { throw RewardError.alreadyGranted }
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let table = try RewardTable(rules)
    let facts = petition.verifiedFacts
    try await FirstReporter.lock(facts, on: work.connection)
    let isFirst = try await FirstReporter.isFirst(petition, facts, on: work.connection)
    let award = try table.award(request, for: petition.file.findings, isFirst: isFirst)
    let reward = try reward(award, for: petition, table: table, rules: rules, at: work.now)
    let cause = Cause(
      id: UUID().lowercased, correlation: petition.correlation.lowercased, traceParent: caller.traceParent)
    var events: [any EventPayload] = [reward.decided]
    if reward.status == .granted, let spared = petition.open(notice: .rewarded, at: work.now) { events.append(spared) }
    PetitionAnnouncements.emit(events, of: &petition, cause: cause, work: work)
    if let message = reward.notice {
      PetitionAnnouncements.ask(
        message, of: petition, sealedContact: try await VaultStore.contact(petition.entry, on: work.connection),
        cause: cause, work: work)
    }
    try await RewardStore.insert(reward, on: work.connection)
    if case .granted = award {
      try await FirstReporter.keep(facts, rewarded: reward.id, petition: id, on: work.connection)
      if let due = reward.decided.dueDates.first?.due {
        work.schedule(DurableTimer(kind: Self.claimTimer, subject: reward.id.lowercased, due: due))
      }
    }
    petition.updatedAt = work.now
    try await petitions.save([petition], on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "reward.\(reward.status.rawValue)", subject: id.lowercased, cause: cause.id,
        detail: request.json.bytes))
    return reward
  }

  private func reward(
    _ award: RewardTable.Award, for petition: Petition, table: RewardTable, rules: PetitionRules, at now: Date
  ) throws -> Reward {
    var decided = RewardDecided(
      rewardId: UUID(), petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now,
      granted: false, rule: table.rule)
    switch award {
    case .refused(let refusal):
      decided.refusal = refusal
      return Reward(id: decided.rewardId, status: .refused, decided: decided, updatedAt: now)
    case .granted(let level, let amount):
      decided.granted = true
      decided.level = level
      decided.amountFen = Int64(amount.fen)
      decided.dueDates = [try rules.dueDate(RewardTable.claim, from: now)]
      return Reward(id: decided.rewardId, status: .granted, decided: decided, updatedAt: now)
    }
  }
}
