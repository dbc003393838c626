import Civics
import Contracts
import Crypto
import FoundationEssentials
import Messaging

/// Records the amount that was decided within an assessment, with its exact share of the base: a fact in the ledger.
struct DecideLeniency: Sendable {
  let assess: AssessLeniency
  let assessments: LeniencyStore
  let record: RecordFacts

  /// - Parameter authorise: throws when the caller may not act in this region.
  /// - Returns: the assessment with its decision; nil when there is none of this id.
  /// - Throws: ``LenienceError`` when something was told since that changes the result, when a later assessment holds, or
  ///   when the amount is not what the assessment allows.
  func callAsFunction(
    _ choice: LeniencyChoice, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> LeniencyRecord? {
    guard let kept = try await assessments.find(id, on: work.connection) else { return nil }
    try authorise(kept.region)
    guard kept.decision == nil else { throw LenienceError.decidedBefore }
    let last = try await assessments.last(of: [(kept.subject, kept.penaltyNumber)], on: work.connection).first
    if let last, last.id != kept.id { throw LenienceError.superseded(by: last.id) }
    let finding = try await assess.find(kept.request, at: work.now, on: work.connection)
    let result = finding.chosen
    guard kept.agrees(with: result) else { throw LenienceError.outdated }
    guard choice.isAllowed(by: result) else {
      throw LenienceError.notAllowed(verdict: result.verdict, lowest: result.lowest, highest: result.highest)
    }
    let pledge = choice.isLenient(result) ? result.pledge : nil
    if let pledge,
      let other = try await assessments.use(
        pledge.id, subject: kept.subject, penaltyNumber: kept.penaltyNumber, assessment: id, on: work.connection)
    {
      throw LenienceError.pledgeUsed(in: other)
    }
    let cause = Cause(
      id: "leniency:\(id.lowercased):decision", correlation: id.lowercased, traceParent: caller.traceParent)
    let fact = try await keep(choice, result, of: kept, cause: cause, by: caller, work: work)
    let event = event(choice, result, kept, pledge: pledge?.id, entry: fact, at: work.now)
    guard
      try await assessments.decide(
        id, choice.decision, fine: choice.fineFen.map { .init(fen: Int($0)) }, pledge: pledge?.id,
        document: document(choice, event, by: caller), by: caller.subject, at: work.now, on: work.connection)
    else { throw LenienceError.decidedBefore }
    LenienceAnnouncements.emit(event, sequence: 2, cause: cause, work: work)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "leniency.decided", subject: kept.subject, cause: caller.requestId,
        detail: event.json.bytes))
    return try await assessments.find(id, on: work.connection)
  }

  /// The finding as an entry of the ledger; it weighs nothing.
  private func keep(
    _ choice: LeniencyChoice, _ result: LeniencyResult, of kept: LeniencyRecord, cause: Cause, by caller: Caller,
    work: UnitOfWork
  ) async throws -> UUID? {
    let kind =
      choice.decision == .noPenalty
      ? "lenience.no-penalty" : choice.isLenient(result) ? "lenience.reduced" : "lenience.unreduced"
    let report = FactReport(
      subject: kept.subject, region: kept.region, origin: .lenience, kind: kind,
      source: EventSource.scoring.rawValue, externalId: "leniency \(kept.id.lowercased)", establishedAt: work.now,
      codes: [], article: result.reference.article, evidence: kept.request.findings.flatMap(\.evidence),
      penaltyNumber: kept.penaltyNumber, content: Array(SHA256.hash(data: choice.json.bytes)))
    let outcome = try await record(
      [ReportedFact(report: report, cause: cause, actor: caller.subject)], work: work
    ).first
    guard case .recorded(let fact)? = outcome else { return nil }
    return fact.id
  }

  private func event(
    _ choice: LeniencyChoice, _ result: LeniencyResult, _ kept: LeniencyRecord, pledge: UUID?, entry: UUID?,
    at now: Date
  ) -> LeniencyDecided {
    LeniencyDecided(
      assessmentId: kept.id, subjectKey: kept.subject, region: kept.region, at: now,
      penaltyNumber: kept.penaltyNumber, decision: choice.decision, fineFen: choice.fineFen,
      discretionFen: Int64(result.range.discretion.fen),
      shareOfDiscretion: choice.share(of: result)?.description,
      grounds: choice.isLenient(result) ? result.grounds.filter(\.applies).map(\.ground) : [], pledgeId: pledge,
      entryId: entry, derivation: result.reference)
  }

  private func document(_ choice: LeniencyChoice, _ event: LeniencyDecided, by caller: Caller) -> JSON {
    var object = event.json.object ?? JSONObject()
    object.set("reason", choice.reason)
    object.set("decidedBy", caller.subject)
    return .object(object)
  }
}
