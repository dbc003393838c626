import Contracts
import FoundationEssentials
import Messaging

/// Pays a reward out when it is claimed, or lets it lapse when nobody came.
struct SettleReward: Sendable {
  let petitions: PetitionStore

  /// Pays out.
  /// - Parameters:
  ///   - authorise: throws when the caller may not act on the reward, or not on this version of it.
  /// - Returns: the reward; nil when there is none of this id.
  func claim(
    _ id: UUID, by caller: Caller, work: UnitOfWork, authorise: (Reward) throws -> Void
  ) async throws -> Reward? {
    guard let (found, locked) = try await lock(id, work: work) else { return nil }
    var (reward, petition) = (found, locked)
    try authorise(reward)
    let event = try reward.claim(at: work.now)
    work.cancel(timers: [DecideReward.claimTimer], of: id.lowercased)
    try await save(&reward, &petition, event, actor: caller.subject, cause: caller.requestId, work: work)
    return reward
  }

  /// Lets rewards lapse whose period has run out.
  func lapse(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    for id in timers.compactMap({ UUID(text: $0.subject) }) {
      guard let (found, locked) = try await lock(id, work: work) else { continue }
      var (reward, petition) = (found, locked)
      guard let event = reward.lapse(at: work.now) else { continue }
      try await save(&reward, &petition, event, actor: "petitions", cause: DecideReward.claimTimer, work: work)
    }
  }

  private func lock(_ id: UUID, work: UnitOfWork) async throws -> (Reward, Petition)? {
    guard let petitionId = try await RewardStore.petition(of: id, on: work.connection),
      let petition = try await petitions.lock(ids: [petitionId], on: work.connection).first?.petition,
      let reward = try await RewardStore.lock(id, on: work.connection)
    else { return nil }
    return (reward, petition)
  }

  private func save(
    _ reward: inout Reward, _ petition: inout Petition, _ event: any EventPayload, actor: String, cause: String,
    work: UnitOfWork
  ) async throws {
    reward.updatedAt = work.now
    petition.updatedAt = work.now
    PetitionAnnouncements.emit(
      [event], of: &petition,
      cause: Cause(
        id: "reward:\(reward.id.lowercased):\(reward.status.rawValue)", correlation: petition.correlation.lowercased),
      work: work)
    try await RewardStore.save(reward, on: work.connection)
    reward.version += 1
    try await petitions.save([petition], on: work.connection)
    work.record(
      AuditEntry(
        actor: actor, action: "reward.\(reward.status.rawValue)", subject: petition.id.lowercased, cause: cause))
  }
}
