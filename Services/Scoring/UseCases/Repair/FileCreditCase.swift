import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Files an application for a repair, an objection, a review or a lawsuit; its clocks start.
struct FileCreditCase: Sendable {
  let desk: CreditCaseDesk

  /// - Parameter authorise: throws when the caller may not act in this region.
  func callAsFunction(
    _ application: CreditApplication, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> CreditCase {
    let now = work.now
    let filedAt = application.filedAt ?? now
    guard filedAt <= now else {
      throw CreditError.invalid(field: "body.filedAt", reason: "an application lies in the past")
    }
    let known = try await desk.facts.load(subjects: [application.subjectKey], on: work.connection)
    let targets = try application.targets(in: known)
    guard let newest = targets.max(by: { $0.from < $1.from }) else {
      throw CreditError.invalid(field: "body.entries", reason: "the case is about nothing")
    }
    try authorise(newest.region)
    let rules = try desk.book.rules(at: now)
    var file = CreditCaseFile(statement: application.statement)
    file.entries = targets.map { EntryReference(entryId: $0.id) }
    file.penaltyNumber = application.penaltyNumber ?? newest.penaltyNumber
    file.decidedBy = application.decidedBy
    file.evidence = application.evidence
    file.requestDue = try await requestDue(application, newest, file.penaltyNumber, rules, on: work.connection)
    file.notes = [CreditCaseNote(step: "file", at: now, by: caller.subject)]
    let number = try await CreditCaseNumber.next(
      application.kind, region: newest.region, at: now, on: work.connection)
    var credit = CreditCase(
      id: UUID(), entry: 0, number: number, kind: application.kind, subject: application.subjectKey,
      region: newest.region, status: .filed, instance: 1, filedAt: filedAt, sequence: 0, version: 1, file: file,
      updatedAt: now)
    let event = try credit.begin(rules)
    try await desk.settle([event], of: &credit, by: caller.subject, trace: caller.traceParent, work: work)
    credit = try await desk.cases.insert(credit, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "credit-case.file", subject: credit.id.lowercased, cause: caller.requestId))
    return credit
  }

  /// Until when it could be asked for; nil for a repair, which may be asked for at any time.
  private func requestDue(
    _ application: CreditApplication, _ newest: Fact, _ penaltyNumber: String?, _ rules: CreditRules,
    on connection: PostgresConnection
  ) async throws -> Contracts.DueDate? {
    let known = application.knownAt ?? newest.from
    switch application.kind {
    case .repair: return nil
    case .objection: return try rules.dueDate(CreditRules.Key.objectionRequest, from: known)
    case .administrativeReview: return try rules.dueDate(CreditRules.Key.reviewRequest, from: known)
    case .litigation:
      if let penaltyNumber {
        let reviews = try await desk.cases.reviews(
          of: application.subjectKey, penaltyNumber: penaltyNumber, on: connection)
        if let suit = reviews.first?.file.clocks.last(where: { $0.kind == .suit }) { return suit.dueDate }
      }
      return try rules.dueDate(CreditRules.Key.litigationRequest, from: known)
    }
  }
}
