import Contracts
import FoundationEssentials

/// What an event says of penalty cases, duties of compensation and study.
enum CaseRecordReader {
  static let enforcement: Set<EventType> = [
    .penaltyFiled, .penaltyNoticePlanned, .penaltyDecided, .rectificationVerified, .studyCompleted, .examPassed,
    .apologyPublished, .crimeReferred, .factCorrected,
  ]
  static let compensations: Set<EventType> = [
    .compensationClueOpened, .compensationClueJoined, .compensationObligorNamed, .compensationFiled,
    .compensationNotStarted, .compensationClosed,
  ]

  /// - Returns: nil for an event that says nothing of that, or of nobody known.
  static func read(_ event: CloudEvent, now: Date) throws(ContractViolation) -> CaseRecord? {
    guard let record = try record(event) else { return nil }
    try SubjectCheck.check(record.subject, "data.subjectKey", region: record.region, "data.region")
    // A notice is planned ahead; everything else has happened.
    if record.kind != .noticePlanned { try ClockBounds().check(record.at, field: "data", now: now) }
    return record
  }

  private static func record(_ event: CloudEvent) throws(ContractViolation) -> CaseRecord? {
    switch event.type {
    case .penaltyFiled:
      let data: PenaltyFiled = try event.decode()
      return fact(.penaltyFiled, data, event, data.factId, data.region, data.filedAt, data.penaltyNumber)
    case .penaltyNoticePlanned:
      let data: PenaltyNoticePlanned = try event.decode()
      return fact(.noticePlanned, data, event, data.factId, data.region, data.plannedFor, data.penaltyNumber)
    case .penaltyDecided:
      let data: PenaltyDecided = try event.decode()
      return fact(.penaltyDecided, data, event, data.factId, data.region, data.decidedAt, data.penaltyNumber)
    case .rectificationVerified:
      let data: RectificationVerified = try event.decode()
      return fact(.rectification, data, event, data.factId, data.region, data.verifiedAt, data.penaltyNumber)
    case .apologyPublished:
      let data: ApologyPublished = try event.decode()
      return fact(.apology, data, event, data.factId, data.region, data.publishedAt, data.penaltyNumber)
    case .crimeReferred:
      let data: CrimeReferred = try event.decode()
      return fact(.crime, data, event, data.factId, data.region, data.referredAt, data.penaltyNumber)
    case .examPassed:
      let data: ExamPassed = try event.decode()
      return fact(.exam, data, event, data.factId, data.region, data.passedAt, data.penaltyNumber)
    case .studyCompleted: return try study(event)
    case .factCorrected:
      let data: FactCorrected = try event.decode()
      return CaseRecord(
        id: FactReport.id(source: event.source, externalId: data.factId), kind: .correction, subject: data.subjectKey,
        region: data.region, source: event.source, at: data.correctedAt,
        corrects: FactReport.id(source: event.source, externalId: data.correctedFactId), payload: data.json)
    default: return try compensation(event)
    }
  }

  private static func fact(
    _ kind: CaseRecordKind, _ data: some EventPayload, _ event: CloudEvent, _ factId: String, _ region: String,
    _ at: Date, _ penaltyNumber: String?
  ) -> CaseRecord {
    CaseRecord(
      id: FactReport.id(source: event.source, externalId: factId), kind: kind, subject: data.recordKey, region: region,
      source: event.source, penaltyNumber: penaltyNumber, at: at, payload: data.json)
  }

  private static func study(_ event: CloudEvent) throws(ContractViolation) -> CaseRecord {
    let data: StudyCompleted = try event.decode()
    guard data.minutes <= StudyAccount.longest else {
      throw ContractViolation(
        .fieldRange, field: "data.minutes", message: "At most \(StudyAccount.longest) minutes, a year, are taken.")
    }
    return CaseRecord(
      id: FactReport.id(source: event.source, externalId: data.factId), kind: .study, subject: data.subjectKey,
      region: data.region, source: event.source, penaltyNumber: data.penaltyNumber, at: data.completedAt,
      minutes: data.minutes, payload: data.json)
  }

  /// A case without an obligor is nobody's duty.
  private static func compensation(_ event: CloudEvent) throws(ContractViolation) -> CaseRecord? {
    switch event.type {
    case .compensationClueOpened:
      let data: CompensationClueOpened = try event.decode()
      return duty(.clue, data.json, event, data.caseId, data.subjectKey, data.region, data.at, data.penaltyNumber)
    case .compensationClueJoined:
      let data: CompensationClueJoined = try event.decode()
      let id = "\(data.caseId.lowercased) \(event.id)"
      return duty(
        .clueJoined, data.json, event, data.caseId, data.subjectKey, data.region, data.at, data.penaltyNumber, told: id)
    case .compensationObligorNamed:
      let data: CompensationObligorNamed = try event.decode()
      return duty(
        .obligorNamed, data.json, event, data.caseId, data.subjectKey, data.region, data.at, data.penaltyNumber)
    case .compensationFiled:
      let data: CompensationFiled = try event.decode()
      return duty(
        .compensationFiled, data.json, event, data.caseId, data.subjectKey, data.region, data.at, data.penaltyNumber)
    case .compensationNotStarted:
      let data: CompensationNotStarted = try event.decode()
      return duty(
        .compensationNotStarted, data.json, event, data.caseId, data.subjectKey, data.region, data.at,
        data.penaltyNumber)
    case .compensationClosed:
      let data: CompensationClosed = try event.decode()
      return duty(
        .compensationClosed, data.json, event, data.caseId, data.subjectKey, data.region, data.at, data.penaltyNumber)
    default: return nil
    }
  }

  /// - Parameter told: what makes the record one; the case, for what is told of it once.
  private static func duty(
    _ kind: CaseRecordKind, _ data: JSON, _ event: CloudEvent, _ caseId: UUID, _ subject: String?, _ region: String,
    _ at: Date, _ penaltyNumber: String?, told: String? = nil
  ) -> CaseRecord? {
    guard let subject else { return nil }
    return CaseRecord(
      id: FactReport.id(source: event.source, externalId: "\(kind.rawValue) \(told ?? caseId.lowercased)"), kind: kind,
      subject: subject, region: region, source: event.source, penaltyNumber: penaltyNumber, caseId: caseId, at: at,
      payload: data)
  }
}
