import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Draws the sample of a month that has ended, once every contributor has revealed or the time to do so has run out: what
/// was not revealed by then is published as such and has no part in the draw.
struct DrawMonthlySample: Sendable {
  static let timer = "petition.monthly-check-draw"

  let rules: RuleBook

  /// The time to reveal has run out.
  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    for id in timers.compactMap({ UUID(text: $0.subject) }) { try await self(id, work: work) }
  }

  /// Draws the sample of a check unless it is drawn, its month runs, or a seed may still be revealed.
  func callAsFunction(_ id: UUID, work: UnitOfWork) async throws {
    guard let check = try await CheckStore.lock(id, on: work.connection), check.status == .committed,
      let month = CheckMonth(check.month), month.next.start <= work.now
    else { return }
    let contributions = try await ContributionStore.list(of: id, on: work.connection)
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let end = month.next.start.addingTimeInterval(try rules.timeToReveal())
    if contributions.contains(where: { $0.seed == nil }), work.now < end {
      work.schedule(DurableTimer(kind: Self.timer, subject: id.lowercased, due: end))
      return
    }
    try await draw(check, contributions, month: month, rules: rules, work: work)
  }

  private func draw(
    _ found: MonthlyCheck, _ contributions: [Contribution], month: CheckMonth, rules: PetitionRules, work: UnitOfWork
  ) async throws {
    var check = found
    let closed = try await CheckStore.closed(
      in: RegionSpan(check.region), from: month.start, to: month.next.start, on: work.connection)
    let size = try SampleSize(rules)
    let (drawn, pool) = try check.draw(closed, contributions: contributions, size: size, at: work.now)
    try await CheckedCaseStore.insertPool(pool.document, of: check.id, on: work.connection)
    let cases = try await CheckedCaseStore.insert(
      drawn.compactMap { UUID(text: $0) }, of: check.id, on: work.connection)
    check.sequence += 1
    let sample = cases.map {
      DrawnPetition(rank: $0.rank, petitionId: $0.petitionId, petitionNumber: $0.petitionNumber)
    }
    CheckAnnouncements.emit(
      MonthlyCheckDrawn(
        checkId: check.id, region: check.region, month: check.month, at: work.now, algorithm: ProvableDraw.algorithm,
        purpose: check.purpose, contributor: check.seed.contributor, commitment: check.commitment,
        seed: check.seed.hexadecimal, poolSize: pool.items.count, poolSha256: pool.sha256, sampleSize: cases.count,
        rule: size.rule, drawn: sample, contributions: contributions.map(\.published)),
      sequence: check.sequence, of: check, work: work)
    if cases.isEmpty { CheckAnnouncements.complete(&check, cases, work: work) }
    try await CheckStore.save(check, on: work.connection)
    work.cancel(timers: [Self.timer], of: check.id.lowercased)
    work.record(
      AuditEntry(
        actor: "petitions", action: "monthly-check.drawn", subject: check.id.lowercased, cause: check.purpose))
  }
}

extension PetitionRules {
  /// How long after the end of a month contributors may reveal.
  fileprivate func timeToReveal() throws(RuleLookupError) -> TimeInterval {
    TimeInterval(try rules.duration("petition.monthly-check.time-to-reveal").components.seconds)
  }
}
