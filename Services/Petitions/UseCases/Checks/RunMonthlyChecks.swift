import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// At the turn of each month: draws the sample of the month that ended, and commits to the seed of the month that
/// begins, before anybody can know which cases it will close.
struct RunMonthlyChecks: Sendable {
  static let timer = "petition.monthly-check"

  let rules: RuleBook

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let region = rules.region.description
    for timer in timers {
      // The first timer ever is due since long ago; months missed are caught up one by one.
      let month = CheckMonth(of: timer.subject.isEmpty ? work.now : timer.due)
      try await draw(region, month.before, rules: rules, work: work)
      try await commit(region, month, work: work)
      work.schedule(DurableTimer(kind: Self.timer, subject: region, due: month.next.start))
    }
  }

  private func commit(_ region: String, _ month: CheckMonth, work: UnitOfWork) async throws {
    var check = try MonthlyCheck(region: region, month: month, at: work.now)
    check.sequence = 1
    guard try await CheckStore.insert(check, on: work.connection) else { return }
    CheckAnnouncements.emit(check.committed, sequence: 1, of: check, work: work)
    work.record(
      AuditEntry(
        actor: "petitions", action: "monthly-check.committed", subject: check.id.lowercased, cause: check.purpose))
  }

  private func draw(
    _ region: String, _ month: CheckMonth, rules: PetitionRules, work: UnitOfWork
  ) async throws {
    let id = MonthlyCheck.id(region: region, month: month.description)
    guard var check = try await CheckStore.lock(id, on: work.connection), check.status == .committed else { return }
    let closed = try await CheckStore.closed(
      in: RegionSpan(region), from: month.start, to: month.next.start, on: work.connection)
    let size = try SampleSize(rules)
    let (drawn, pool) = try check.draw(closed, size: size, at: work.now)
    try await CheckedCaseStore.insertPool(pool.document, of: id, on: work.connection)
    let cases = try await CheckedCaseStore.insert(
      drawn.compactMap { UUID(uuidString: $0) }, of: id, on: work.connection)
    check.sequence += 1
    CheckAnnouncements.emit(
      MonthlyCheckDrawn(
        checkId: id, region: region, month: check.month, at: work.now, algorithm: ProvableDraw.algorithm,
        purpose: check.purpose, contributor: check.seed.contributor, commitment: check.commitment,
        seed: check.seed.hexadecimal, poolSize: pool.items.count, poolSha256: pool.sha256, sampleSize: cases.count,
        rule: size.rule,
        drawn: cases.map {
          DrawnPetition(rank: $0.rank, petitionId: $0.petitionId, petitionNumber: $0.petitionNumber)
        }), sequence: check.sequence, of: check, work: work)
    if cases.isEmpty { CheckAnnouncements.complete(&check, cases, work: work) }
    try await CheckStore.save(check, on: work.connection)
    work.record(
      AuditEntry(actor: "petitions", action: "monthly-check.drawn", subject: id.lowercased, cause: check.purpose))
  }
}
