import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// What a subject studied, and what it earned by it.
struct FindStudy: Sendable {
  struct Found: Sendable {
    let account: StudyAccount
    let credits: [StudyCredit]
    let rules: StudyRules
    /// The incentives that a valid credit earns now.
    let incentives: [StudyIncentive]
  }

  let book: LenienceBook
  let records: CaseRecordStore

  func callAsFunction(_ subject: String, at now: Date, on connection: PostgresConnection) async throws -> Found {
    let account = StudyAccount(
      try await records.load(subjects: [subject], kinds: [.study, .exam], on: connection))
    var credits: [StudyCredit] = []
    for exam in account.examinations {
      let rules = try book.study(at: exam.at, else: now)
      if let credit = account.credit(for: exam, rules, calendar: book.rules.calendar) { credits.append(credit) }
    }
    let rules = try book.study(at: now, else: now)
    let isEarned = credits.contains { $0.isValid(at: now) }
    return Found(
      account: account, credits: credits, rules: rules,
      incentives: isEarned ? rules.incentives.sorted { $0.rawValue < $1.rawValue } : [])
  }
}
