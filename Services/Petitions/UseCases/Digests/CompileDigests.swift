import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Every morning: the digest of the day before for each bureau, with what is new, due soon, overdue and re-opened.
struct CompileDigests: Sendable {
  static let timer = "petition.daily-digest"

  let rules: RuleBook

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    work.schedule(DurableTimer(kind: Self.timer, subject: "daily", due: rules.nextDigest(after: work.now)))
    // The timer that a new schema begins with only sets the next one: the day before was not ours.
    guard timers.contains(where: { !$0.subject.isEmpty }) else { return }
    let day = ShanghaiTime.day(of: work.now).previous
    guard try await !DigestStore.hasDigests(of: day, on: work.connection) else { return }
    let entries = try await DigestStore.entries(
      day: day, now: work.now, dueSoon: rules.dueSoon, on: work.connection)
    let digests = Digests.compile(
      entries, day: day, bureaus: rules.bureauRegions, rules: rules, at: work.now)
    try await DigestStore.insert(digests, on: work.connection)
    for digest in digests {
      let cause = Cause(id: "digest:\(digest.region):\(digest.day)", correlation: "digest:\(digest.day)")
      // A bureau's digests are numbered by their days.
      work.emit(
        PetitionAnnouncements.outbound(
          digest, on: .petitions, sequence: Int64(day.daysSinceEpoch), cause: cause))
    }
    work.record(
      AuditEntry(actor: "petitions", action: "digest.compiled", subject: day.description, cause: Self.timer))
  }
}
