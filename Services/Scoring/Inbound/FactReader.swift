import Contracts
import Crypto
import FoundationEssentials

/// What an event says as a fact of the ledger.
enum FactReader {
  /// - Returns: nil for an event that says nothing about anybody's record: an unfounded complaint, a finding about
  ///   nobody known, a compensation case without an obligor.
  static func read(_ event: CloudEvent, now: Date) throws(ContractViolation) -> FactReport? {
    var report: FactReport?
    switch event.type {
    case .petitionVerified: report = finding(try event.decode(), event)
    case .compensationClosed: report = compensation(try event.decode(), event)
    case .compensationClueOpened: return nil
    default: report = try enforcement(event)
    }
    guard let report else { return nil }
    try SubjectCheck.check(report.subject, "data.subjectKey", region: report.region, "data.region")
    if let client = report.client { try SubjectCheck.check(client, "data.clientKey") }
    if let owner = report.owner { try SubjectCheck.check(site: report.subject, owner: owner, "data.ownerKey") }
    try ClockBounds().check(report.establishedAt, field: "data", now: now)
    return report
  }

  private static func finding(_ event: PetitionVerified, _ carrier: CloudEvent) -> FactReport? {
    guard event.verified, let subject = event.subjectKey else { return nil }
    return FactReport(
      subject: subject, region: event.region, origin: .petition, kind: "petition.verified", source: carrier.source,
      externalId: event.findingId.lowercased, establishedAt: event.at, happenedAt: event.factAt,
      codes: event.factCodes, article: event.article, evidence: event.evidence, petitionId: event.petitionId,
      content: digest(event))
  }

  private static func compensation(_ event: CompensationClosed, _ carrier: CloudEvent) -> FactReport? {
    guard let subject = event.subjectKey else { return nil }
    return FactReport(
      subject: subject, region: event.region, origin: .compensation, kind: "compensation.closed",
      source: carrier.source, externalId: event.caseId.lowercased, establishedAt: event.at,
      codes: event.performed ? [FactCode.compensationPerformed] : [], content: digest(event))
  }

  static func digest(_ payload: some EventPayload) -> [UInt8] {
    Array(SHA256.hash(data: payload.json.bytes))
  }
}
