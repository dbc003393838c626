import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Every morning: the digest of the day before for each bureau, with what is new, due soon, overdue and re-opened. A day
/// whose morning nobody saw gets its own when the service is back: new and re-opened as of that day, due soon and overdue
/// as they stand now, at the instant that the digest names.
struct CompileDigests: Sendable {
  static let timer = "petition.daily-digest"
  /// How many days back are made good.
  static let reach = 31

  let rules: RuleBook

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    work.schedule(DurableTimer(kind: Self.timer, subject: "daily", due: rules.nextDigest(after: work.now)))
    // The timer that a new schema begins with only sets the next one: the day before was not ours.
    guard timers.contains(where: { !$0.subject.isEmpty }) else { return }
    let yesterday = ShanghaiTime.day(of: work.now).previous
    let last = try await DigestStore.lastDay(on: work.connection) ?? yesterday.previous
    let missing = min(max(0, yesterday.days(since: last)), Self.reach)
    var made: [DigestCompiled] = []
    for back in (0..<missing).reversed() {
      let day = yesterday.adding(days: -back)
      let digests = try await compile(day, rules: rules, work: work)
      made += digests
      work.record(
        AuditEntry(actor: "petitions", action: "digest.compiled", subject: day.description, cause: Self.timer))
    }
    guard !made.isEmpty else { return }
    try await DigestStore.insert(made, on: work.connection)
  }

  private func compile(_ day: CivilDate, rules: PetitionRules, work: UnitOfWork) async throws -> [DigestCompiled] {
    let entries = try await DigestStore.entries(
      day: day, now: work.now, dueSoon: rules.dueSoon, on: work.connection)
    let digests = Digests.compile(
      entries, day: day, bureaus: rules.bureauRegions, rules: rules, at: work.now)
    for digest in digests {
      let cause = Cause(id: "digest:\(digest.region):\(digest.day)", correlation: "digest:\(digest.day)")
      // A bureau's digests are numbered by their days.
      work.emit(
        PetitionAnnouncements.outbound(
          digest, on: .petitions, sequence: Int64(day.daysSinceEpoch), cause: cause))
    }
    return digests
  }
}
