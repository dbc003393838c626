import Civics
import Contracts
import Crypto
import FoundationEssentials
import Messaging
import ServiceKit

/// Records what a double-random inspection came to: a fact of the ledger, and a result that becomes public in time.
struct RecordResult: Sendable {
  static let source = "/ecoredress/scoring/draws"

  let rules: RuleBook
  let record: RecordFacts

  /// - Returns: nil when there is no draw of this id.
  func callAsFunction(
    _ form: ResultForm, of id: UUID, by caller: Caller, work: UnitOfWork, authorise: (InspectionDraw) throws -> Void
  ) async throws -> InspectionAssignment? {
    guard let draw = try await DrawStore.find(id, on: work.connection) else { return nil }
    try authorise(draw)
    guard draw.status != .committed, let drawnAt = draw.drawnAt else { throw InspectionError.outOfTurn(draw.status) }
    guard form.inspectedAt >= drawnAt, form.inspectedAt <= work.now else { throw InspectionError.timeOutOfRange }
    // The rating is locked before the assignment, as everywhere.
    try await add(form, draw, by: caller, work: work)
    guard var assignment = try await AssignmentStore.lock(form.subjectKey, of: id, on: work.connection) else {
      throw InspectionError.notDrawn
    }
    guard assignment.result == nil else { throw InspectionError.resultThere }
    assignment.result = try result(
      number: form.inspectionNumber, at: form.inspectedAt, onSite: form.onSite, problems: form.problems,
      codes: form.factCodes.map(FactCode.normal), by: caller.subject)
    try await keep(assignment, work: work)
    return assignment
  }

  /// Writes a result and has it published in time.
  func keep(_ assignment: InspectionAssignment, work: UnitOfWork) async throws {
    try await AssignmentStore.save(assignment, on: work.connection)
    try await PublishResults.schedule(
      assignment.drawId, lead: try PublishResults.lead(rules, at: work.now), work: work)
    work.record(
      AuditEntry(
        actor: assignment.result?.recordedBy ?? "scoring", action: "inspection-draw.result",
        subject: assignment.subject,
        cause: assignment.drawId.lowercased))
  }

  /// A result with the end of the period within which it must be public.
  func result(
    number: String, at instant: Date, onSite: Bool, problems: Bool, codes: [String], by actor: String
  ) throws -> InspectionResult {
    let rules = try rules.rules(at: instant)
    let key = "scoring.inspection.publication"
    return InspectionResult(
      inspectionNumber: number, inspectedAt: instant, onSite: onSite, problems: problems, factCodes: codes,
      publishBy: try rules.period(key).due(from: instant, calendar: self.rules.calendar).instant,
      rule: try rules.contractReference(key), recordedBy: actor)
  }

  private func add(
    _ form: ResultForm, _ draw: InspectionDraw, by caller: Caller, work: UnitOfWork
  ) async throws {
    guard let region = try await AssignmentStore.region(of: form.subjectKey, in: draw.id, on: work.connection) else {
      throw InspectionError.notDrawn
    }
    let number = "\(draw.id.lowercased) \(form.subjectKey)"
    let id = EventIdentity.cause(source: Self.source, id: number).lowercased
    let report = FactReport(
      subject: form.subjectKey, region: region, origin: .inspection, kind: "inspection.recorded", source: Self.source,
      externalId: number, establishedAt: form.inspectedAt, codes: form.factCodes,
      article: form.article, evidence: form.evidence, content: Array(SHA256.hash(data: form.json.bytes)))
    let cause = Cause(id: id, correlation: id, traceParent: caller.traceParent)
    try await record([ReportedFact(report: report, cause: cause, actor: caller.subject)], work: work)
  }
}
