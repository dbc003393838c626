import Contracts
import Crypto
import FoundationEssentials
import Messaging
import ServiceKit

/// Credits examinations that were passed after enough study: a fact with points in the ledger, and incentives.
struct CreditStudy: Sendable {
  static let factKind = "study.credited"

  let book: LenienceBook
  let records: CaseRecordStore
  let record: RecordFacts

  /// - Parameter fresh: what is new; study told after the examination earns it all the same.
  func callAsFunction(_ fresh: [RecordedCase], work: UnitOfWork) async throws {
    let told = fresh.filter { $0.record.kind == .study || $0.record.kind == .exam }
    guard !told.isEmpty else { return }
    let causes = Dictionary(told.map { ($0.record.subject, $0.cause) }, uniquingKeysWith: { first, _ in first })
    let known = Dictionary(
      grouping: try await records.load(
        subjects: causes.keys.sorted(), kinds: [.study, .exam], on: work.connection), by: \.subject)
    var credits: [(subject: String, credit: StudyCredit, rules: StudyRules, cause: Cause)] = []
    for (subject, cause) in causes.sorted(by: { $0.key < $1.key }) {
      let account = StudyAccount(known[subject] ?? [])
      for exam in account.examinations {
        // By the rules of its day: told late, it earns what it would have earned in time.
        let rules = try book.study(at: exam.at, else: work.now)
        guard let credit = account.credit(for: exam, rules, calendar: book.rules.calendar) else { continue }
        credits.append((subject, credit, rules, cause))
      }
    }
    let outcomes = try await record(
      credits.map { ReportedFact(report: report($0.credit, of: $0.subject), cause: $0.cause) }, work: work)
    for (item, outcome) in zip(credits, outcomes) {
      guard case .recorded(let fact) = outcome else { continue }
      LenienceAnnouncements.emit(event(item.credit, fact, item.rules), cause: item.cause, work: work)
    }
  }

  /// One fact for each examination, counted from when it was passed.
  private func report(_ credit: StudyCredit, of subject: String) -> FactReport {
    FactReport(
      subject: subject, region: credit.region, origin: .study, kind: CreditStudy.factKind,
      source: EventSource.scoring.rawValue, externalId: "study \(credit.examId.lowercased)",
      establishedAt: credit.at, codes: [FactCode.studyAndExam], penaltyNumber: credit.penaltyNumber,
      content: Array(SHA256.hash(data: Array(credit.examId.lowercased.utf8))))
  }

  private func event(_ credit: StudyCredit, _ fact: Fact, _ rules: StudyRules) -> StudyCredited {
    StudyCredited(
      creditId: fact.id, subjectKey: fact.subject, region: fact.region, at: credit.at, minutes: credit.minutes,
      units: credit.units, exam: credit.exam, incentives: rules.incentives.sorted { $0.rawValue < $1.rawValue },
      points: fact.lines.reduce(.zero) { $0 + $1.points }.decimal, validUntil: credit.until,
      penaltyNumber: credit.penaltyNumber, entryId: fact.id,
      derivation: fact.lines.first?.rule ?? rules.reference)
  }
}
