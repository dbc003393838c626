import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Assesses what leniency a penalty case allows, keeps the assessment with everything it rests on, and tells of it.
struct AssessLeniency: Sendable {
  let book: LenienceBook
  let records: CaseRecordStore
  let assessments: LeniencyStore

  /// What an assessment comes to, not kept yet.
  struct Finding: Sendable {
    let file: PenaltyCase
    let region: String
    let actAt: Date
    let chosen: LeniencyResult
    let other: LeniencyResult?
  }

  /// - Parameter authorise: throws when the caller may not act in this region.
  func callAsFunction(
    _ request: LeniencyRequest, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> LeniencyRecord {
    let finding = try await find(request, at: work.now, on: work.connection)
    try authorise(finding.region)
    let id = UUID()
    let document = LeniencyDocument.json(id: id, request, finding, at: work.now, by: caller.subject)
    try await assessments.insert(
      id, request, finding.chosen, region: finding.region, document: document, by: caller.subject, at: work.now,
      on: work.connection)
    let cause = Cause(id: "leniency:\(id.lowercased)", correlation: id.lowercased, traceParent: caller.traceParent)
    LenienceAnnouncements.emit(event(id, request, finding, at: work.now), cause: cause, work: work)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "leniency.assessed", subject: request.subjectKey, cause: caller.requestId,
        detail: document.bytes))
    guard let kept = try await assessments.find(id, on: work.connection) else {
      throw StoredValueError(table: "leniency_assessment", id: id.lowercased)
    }
    return kept
  }

  /// Looks at a case as it stands.
  /// - Throws: ``LenienceError/unknownCase`` where nobody told of such a case, and what does not fit.
  func find(
    _ request: LeniencyRequest, at now: Date, on connection: PostgresConnection
  ) async throws -> Finding {
    let known = try await records.load(subjects: [request.subjectKey], on: connection)
    let file = PenaltyCase(subject: request.subjectKey, number: request.penaltyNumber, records: known)
    guard let region = file.knownRegion else { throw LenienceError.unknownCase }
    if let decided = file.decided { throw LenienceError.alreadyDecided(at: decided.decidedAt) }
    guard let actAt = request.actAt ?? file.actAt else {
      throw LenienceError.invalid(field: "body.actAt", reason: "nobody told when the act happened")
    }
    guard actAt <= now else { throw LenienceError.invalid(field: "body.actAt", reason: "an act lies in the past") }
    let atDecision = try book.rules(at: now)
    try check(request, atDecision)
    let assessor = LeniencyAssessor(
      file: file, request: request, actAt: actAt, now: now,
      usedPledges: try await assessments.usedPledges(of: request.subjectKey, on: connection))
    let result = try assessor.assess(atAct: try book.earlierRules(at: actAt), atDecision: atDecision)
    return Finding(file: file, region: region, actAt: actAt, chosen: result.chosen, other: result.other)
  }

  /// Codes that no pack knows are mistakes of the caller, not findings.
  private func check(_ request: LeniencyRequest, _ rules: LenienceRules) throws(LenienceError) {
    for (index, finding) in request.findings.enumerated() where rules.factors[finding.factor] == nil {
      throw .invalid(
        field: "body.findings[\(index)].factor",
        reason: "the factors are \(rules.factors.keys.sorted().joined(separator: ", "))")
    }
    guard let apology = rules.apology else { return }
    let known = apology.exclusions.map(\.code)
    for (index, code) in request.circumstances.enumerated() where !known.contains(code) {
      throw .invalid(
        field: "body.circumstances[\(index)]", reason: "the circumstances are \(known.joined(separator: ", "))")
    }
  }

  private func event(_ id: UUID, _ request: LeniencyRequest, _ finding: Finding, at now: Date) -> LeniencyAssessed {
    let chosen = finding.chosen
    return LeniencyAssessed(
      assessmentId: id, subjectKey: request.subjectKey, region: finding.region, at: now,
      penaltyNumber: request.penaltyNumber, verdict: chosen.verdict, law: chosen.law,
      discretionFen: Int64(chosen.range.discretion.fen),
      statutoryMinimumFen: chosen.statutoryMinimum.map { Int64($0.fen) }, lowestFen: Int64(chosen.lowest.fen),
      highestFen: Int64(chosen.highest.fen), grounds: chosen.grounds.map(\.contract), derivation: chosen.reference)
  }
}
