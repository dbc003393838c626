import Contracts
import FoundationEssentials

/// What the enforcement systems tell about penalty cases and inspections.
enum EnforcementReader {
  struct Told: Sendable {
    /// What is said about a penalty case.
    var record: PenaltyRecord?
    /// Filings are clues, and inspections that found a sign of damage.
    var clue: Clue?
    /// What is said about a transfer to the police.
    var crime: CrimeRecord?
    /// What is taken back.
    var correction: FactCorrection?
    /// What is told, unless it is a correction.
    var fact: FactIdentity?
  }

  static func read(_ event: CloudEvent, now: Date) throws(ContractViolation) -> Told {
    switch event.type {
    case .penaltyFiled: try filed(event, now: now)
    case .penaltyNoticePlanned: try noticePlanned(event)
    case .inspectionRecorded: try inspection(event, now: now)
    case .crimeReferred: try referred(event, now: now)
    case .crimeDecided: Told(crime: try FactReader.decision(event, now: now))
    case .factCorrected: Told(correction: try FactReader.correction(event, now: now))
    default: try decided(event, now: now)
    }
  }

  private static func inspection(_ event: CloudEvent, now: Date) throws(ContractViolation) -> Told {
    guard let (clue, fact) = try ClueReader.inspection(event, now: now) else { return Told() }
    return Told(clue: clue, fact: fact)
  }

  private static func referred(_ event: CloudEvent, now: Date) throws(ContractViolation) -> Told {
    let (record, clue) = try FactReader.referral(event, now: now)
    return Told(clue: clue, crime: record)
  }

  private static func filed(_ event: CloudEvent, now: Date) throws(ContractViolation) -> Told {
    let told = try event.decode(PenaltyFiled.self)
    try check(told.subjectKey, told.region)
    try ClockBounds().check(told.filedAt, field: "data.filedAt", now: now)
    let penalty = PenaltyCase(source: event.source, number: told.penaltyNumber)
    var detail = JSONObject()
    detail.set("factCodes", told.factCodes)
    detail.set("article", told.article)
    detail.set("damageSuspected", told.damageSuspected)
    detail.set("petitionId", told.petitionId)
    return Told(
      record: record(event, told.factId, penalty, PenaltyRecord.filed, told.subjectKey, told.filedAt, detail),
      clue: Clue(
        id: Clue.id("penalty", penalty.source, penalty.number), source: .penalty, region: told.region,
        subjectKey: told.subjectKey, at: told.filedAt, factCodes: told.factCodes, petitionId: told.petitionId,
        penalty: penalty), fact: FactIdentity(source: event.source, factId: told.factId))
  }

  /// A notice may be planned for a day ahead, so its instant has no bound.
  private static func noticePlanned(_ event: CloudEvent) throws(ContractViolation) -> Told {
    let told = try event.decode(PenaltyNoticePlanned.self)
    try check(told.subjectKey, told.region)
    var detail = JSONObject()
    detail.set("proposedFineFen", told.proposedFineFen)
    detail.set("article", told.article)
    return Told(
      record: record(
        event, told.factId, PenaltyCase(source: event.source, number: told.penaltyNumber), PenaltyRecord.noticePlanned,
        told.subjectKey, told.plannedFor, detail),
      fact: FactIdentity(source: event.source, factId: told.factId))
  }

  private static func decided(_ event: CloudEvent, now: Date) throws(ContractViolation) -> Told {
    let told = try event.decode(PenaltyDecided.self)
    try check(told.subjectKey, told.region)
    try ClockBounds().check(told.decidedAt, field: "data.decidedAt", now: now)
    var detail = JSONObject()
    detail.set("decision", code: told.decision)
    detail.set("fineFen", told.fineFen)
    detail.set("discretionFen", told.discretionFen)
    detail.set("statutoryMinimumFen", told.statutoryMinimumFen)
    detail.set("factCodes", told.factCodes)
    detail.set("article", told.article)
    detail.set("leniency", told.leniency)
    return Told(
      record: record(
        event, told.factId, PenaltyCase(source: event.source, number: told.penaltyNumber), PenaltyRecord.decided,
        told.subjectKey, told.decidedAt, detail),
      fact: FactIdentity(source: event.source, factId: told.factId))
  }

  private static func check(_ subject: String, _ region: String) throws(ContractViolation) {
    try SubjectCheck.check(subject, field: "data.subjectKey")
    try SubjectCheck.check(region: region, field: "data.region")
  }

  private static func record(
    _ event: CloudEvent, _ factId: String, _ penalty: PenaltyCase, _ kind: String, _ subject: String, _ at: Date,
    _ detail: JSONObject
  ) -> PenaltyRecord {
    PenaltyRecord(
      id: FactIdentity(source: event.source, factId: factId).recordId, penalty: penalty, kind: kind,
      subjectKey: subject, at: at, detail: .object(detail))
  }
}
