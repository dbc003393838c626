import Civics
import Contracts
import FoundationEssentials
import Postgres

/// Whether a case may be taken on: a repair fulfils its conditions, an objection is in time, and no other body has the
/// same matter before it. Whether a review or a lawsuit is in time is for those who decide it.
struct CheckCreditCase: Sendable {
  let cases: CreditCaseStore
  let facts: FactStore
  let clock: RatingClock
  let records: CaseRecordStore
  let lenience: LenienceBook

  func callAsFunction(
    _ credit: CreditCase, _ rules: CreditRules, at now: Date, on connection: PostgresConnection
  ) async throws {
    switch credit.kind {
    case .objection:
      if let due = credit.file.requestDue?.due, credit.filedAt >= due { throw CreditError.tooLate(due: due) }
    case .repair: try await repair(credit, rules, at: now, on: connection)
    case .administrativeReview, .litigation: try await exclusive(credit, on: connection)
    }
  }

  private func repair(
    _ credit: CreditCase, _ rules: CreditRules, at now: Date, on connection: PostgresConnection
  ) async throws {
    let subject = credit.subject
    let ledger = try await facts.ledgers(of: [subject], on: connection)[subject] ?? Ledger(of: subject)
    let told = try await records.load(
      subjects: [subject], kinds: [.study, .exam, .rectification], on: connection)
    let study = try lenience.study(at: now, else: now)
    let credits = StudyAccount(told).credit(at: now, study, calendar: rules.calendar)
    let check = RepairCheck(
      rules: rules, derivation: try ledger.derive(at: now, scale: try clock.scale(at: now)),
      credit: study.incentives.contains(.fasterRepair) ? credits : nil, rectified: Self.rectified(told),
      hasEvidence: !credit.file.evidence.isEmpty, now: now)
    for entry in credit.file.entries { try check.check(entry.entryId) }
  }

  /// The penalty cases whose last look at what was to be put right passed.
  private static func rectified(_ records: [CaseRecord]) -> Set<String> {
    var passed: [String: Bool] = [:]
    for record in records where record.kind == .rectification {
      guard let number = record.penaltyNumber else { continue }
      passed[number] = record.payload["passed"]?.bool ?? false
    }
    return Set(passed.filter(\.value).keys)
  }

  /// While a review is under way nobody can go to court, and the other way round (行政复议法 第二十九条).
  private func exclusive(_ credit: CreditCase, on connection: PostgresConnection) async throws {
    let entries = Set(credit.file.entries.map(\.entryId))
    let other = try await cases.open(of: credit.subject, on: connection).first { open in
      open.id != credit.id && (open.kind == .administrativeReview || open.kind == .litigation)
        && !entries.isDisjoint(with: open.file.entries.map(\.entryId))
    }
    if let other { throw CreditError.otherProcedure(number: other.number) }
  }
}
