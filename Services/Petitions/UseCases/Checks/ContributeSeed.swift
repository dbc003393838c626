import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Lets others take part in the chance of a monthly check: they commit to a seed of their own while the month runs, and
/// reveal it when it has ended.
struct ContributeSeed: Sendable {
  let draw: DrawMonthlySample

  /// Takes a commitment in; everybody is told of it at once, so that nobody can deny it.
  /// - Parameter authorise: throws when the caller may not act in the check's region.
  /// - Returns: the check; nil when there is none of this id.
  func commit(
    _ commitment: String, to id: UUID, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> MonthlyCheck? {
    guard var check = try await CheckStore.lock(id, on: work.connection) else { return nil }
    try authorise(check.region)
    guard check.status == .committed, let month = CheckMonth(check.month), work.now < month.next.start else {
      throw CheckError.tooLateToCommit
    }
    let known = try await ContributionStore.list(of: id, on: work.connection)
    guard !known.contains(where: { $0.contributor == caller.subject }), caller.subject != MonthlyCheck.contributor
    else { throw CheckError.alreadyCommitted }
    guard known.count < Contribution.most else { throw CheckError.tooManyContributors }
    let contribution = Contribution(contributor: caller.subject, commitment: commitment, committedAt: work.now)
    try await ContributionStore.insert(contribution, to: id, on: work.connection)
    check.sequence += 1
    CheckAnnouncements.emit(
      check.committed(contribution.contributor, commitment, at: work.now), sequence: check.sequence, of: check,
      work: work)
    try await CheckStore.save(check, on: work.connection)
    record("monthly-check.seed-committed", of: check, by: caller, work: work)
    return check
  }

  /// Takes a seed in; the last one lets the sample be drawn at once.
  /// - Parameter authorise: throws when the caller may not act in the check's region.
  /// - Returns: the check after it; nil when there is none of this id.
  func reveal(
    _ seed: String, of id: UUID, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> MonthlyCheck? {
    guard let check = try await CheckStore.lock(id, on: work.connection) else { return nil }
    try authorise(check.region)
    guard check.status == .committed else { throw CheckError.alreadyDrawn }
    guard let month = CheckMonth(check.month), month.next.start <= work.now else { throw CheckError.tooEarlyToReveal }
    let known = try await ContributionStore.list(of: id, on: work.connection)
    guard var contribution = known.first(where: { $0.contributor == caller.subject }) else {
      throw CheckError.notCommitted
    }
    try contribution.reveal(seed, for: check.purpose, at: work.now)
    try await ContributionStore.save(contribution, of: id, on: work.connection)
    record("monthly-check.seed-revealed", of: check, by: caller, work: work)
    try await draw(id, work: work)
    return try await CheckStore.find(id, on: work.connection)
  }

  private func record(_ action: String, of check: MonthlyCheck, by caller: Caller, work: UnitOfWork) {
    work.record(
      AuditEntry(actor: caller.subject, action: action, subject: check.id.lowercased, cause: caller.requestId))
  }
}
