import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Keeps what is told of penalty cases, duties and study, and does what follows: credits for study and examination, broken
/// pledges, penalties that were decided otherwise than assessed.
struct FollowCases: Sendable {
  let book: LenienceBook
  let records: CaseRecordStore
  let assessments: LeniencyStore
  let credit: CreditStudy

  func callAsFunction(_ told: [RecordedCase], work: UnitOfWork) async throws {
    guard !told.isEmpty else { return }
    let new = try await records.insert(told.map(\.record), at: work.now, on: work.connection)
    // Each id once: what a batch tells twice is new once.
    var rest = new
    let fresh = told.filter { rest.remove($0.record.id) != nil }
    guard !fresh.isEmpty else { return }
    try await credit(fresh, work: work)
    try await findBrokenPledges(fresh, work: work)
    try await findDeviations(fresh, work: work)
  }

  /// A violation after a pledge breaks it, whichever of the two is told first; told once.
  private func findBrokenPledges(_ fresh: [RecordedCase], work: UnitOfWork) async throws {
    let wanted: Set<CaseRecordKind> = [.apology, .penaltyDecided]
    let told = fresh.filter { wanted.contains($0.record.kind) }
    guard !told.isEmpty, let rules = try book.rules(at: work.now).apology else { return }
    let calendar = book.rules.calendar
    let subjects = Set(told.map(\.record.subject)).sorted()
    let known = Dictionary(
      grouping: try await records.load(subjects: subjects, kinds: Array(wanted), on: work.connection), by: \.subject)
    let causes = Dictionary(told.map { ($0.record.id, $0.cause) }, uniquingKeysWith: { first, _ in first })
    for subject in subjects {
      let own = known[subject] ?? []
      for (record, pledge) in own.compactMap({ record in Pledge(record).map { (record, $0) } }) {
        let end = rules.term.due(from: pledge.givenAt, calendar: calendar).instant
        let breaches = own.compactMap(Violation.init).filter { pledge.isBroken(by: $0, bindingUntil: end) }
        guard let first = breaches.first else { continue }
        // It is news only when the pledge or each breach of it is: an earlier one told of it before.
        let isNew = causes[record.id] != nil || breaches.allSatisfy { causes[$0.recordId] != nil }
        guard isNew, let cause = causes[record.id] ?? causes[first.recordId] else { continue }
        let event = PledgeBroken(
          pledgeId: pledge.id, subjectKey: subject, region: pledge.region, at: first.decidedAt,
          penaltyNumber: pledge.penaltyNumber, brokenByEntryId: first.recordId,
          barredUntil: rules.bar.map { $0.due(from: first.decidedAt, calendar: calendar).instant },
          derivation: rules.reference)
        LenienceAnnouncements.emit(event, cause: cause, work: work)
      }
    }
  }

  /// Penalties that were decided otherwise than assessed: somebody must look.
  private func findDeviations(_ fresh: [RecordedCase], work: UnitOfWork) async throws {
    let decided = fresh.compactMap { item in item.record.read(PenaltyDecided.self).map { (item, $0) } }
      .filter { $0.0.record.kind == .penaltyDecided }
    let last = try await assessments.last(
      of: decided.map { ($0.1.subjectKey, $0.1.penaltyNumber) }, on: work.connection)
    for (item, penalty) in decided {
      let assessment = last.first { $0.subject == penalty.subjectKey && $0.penaltyNumber == penalty.penaltyNumber }
      guard let deviation = PenaltyComparison.deviation(of: penalty, from: assessment) else { continue }
      let event = LeniencyDeviated(
        penaltyEntryId: item.record.id, subjectKey: penalty.subjectKey, region: penalty.region, at: work.now,
        penaltyNumber: penalty.penaltyNumber, deviation: deviation, fineFen: penalty.fineFen,
        lowestFen: assessment.map { Int64($0.lowest.fen) }, highestFen: assessment.map { Int64($0.highest.fen) },
        assessmentId: assessment?.id)
      LenienceAnnouncements.emit(event, cause: item.cause, work: work)
      work.record(
        AuditEntry(
          actor: "scoring", action: "leniency.deviated", subject: penalty.subjectKey, cause: item.cause.id))
    }
  }
}
