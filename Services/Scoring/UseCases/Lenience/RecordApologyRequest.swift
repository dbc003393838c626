import Contracts
import FoundationEssentials
import Messaging

/// Records that a firm asked in writing to apologise in public: the time to ask runs from the prior notice.
struct RecordApologyRequest: Sendable {
  let records: CaseRecordStore

  /// - Parameter authorise: throws when the caller may not act in this region.
  func callAsFunction(
    _ request: ApologyRequest, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws {
    let known = try await records.load(subjects: [request.subjectKey], on: work.connection)
    let file = PenaltyCase(subject: request.subjectKey, number: request.penaltyNumber, records: known)
    guard let region = file.knownRegion else { throw LenienceError.unknownCase }
    try authorise(region)
    let record = CaseRecord(
      id: EventIdentity.uuidV5(
        namespace: EventIdentity.causeNamespace, parts: "apology-request", request.subjectKey, request.penaltyNumber,
        RFC3339.text(of: request.requestedAt)),
      kind: .apologyRequest, subject: request.subjectKey, region: region, source: "/staff/\(caller.subject)",
      penaltyNumber: request.penaltyNumber, at: request.requestedAt, payload: request.json)
    _ = try await records.insert([record], at: work.now, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "apology.requested", subject: request.subjectKey, cause: caller.requestId,
        detail: request.json.bytes))
  }
}
