import Contracts
import FoundationEssentials

/// Transfers to the police, and facts that are taken back.
enum FactReader {
  static func correction(_ event: CloudEvent, now: Date) throws(ContractViolation) -> FactCorrection {
    let told = try event.decode(FactCorrected.self)
    try SubjectCheck.check(told.subjectKey, field: "data.subjectKey")
    try SubjectCheck.check(region: told.region, field: "data.region")
    try ClockBounds().check(told.correctedAt, field: "data.correctedAt", now: now)
    return FactCorrection(
      fact: FactIdentity(source: event.source, factId: told.correctedFactId), correctionId: told.factId,
      reason: told.reason, factCodes: told.factCodes, at: told.correctedAt)
  }

  /// A transfer is a record of its own, and a clue (管理规定 第十六条).
  static func referral(_ event: CloudEvent, now: Date) throws(ContractViolation) -> (CrimeRecord, Clue) {
    let told = try event.decode(CrimeReferred.self)
    try SubjectCheck.check(told.subjectKey, field: "data.subjectKey")
    try SubjectCheck.check(region: told.region, field: "data.region")
    try ClockBounds().check(told.referredAt, field: "data.referredAt", now: now)
    let record = CrimeRecord(
      id: FactIdentity(source: event.source, factId: told.factId).recordId, source: event.source,
      referralNumber: told.referralNumber, kind: CrimeRecord.referred, penaltyNumber: told.penaltyNumber,
      at: told.referredAt, authority: told.authority)
    let clue = Clue(
      id: CrimeRecord.clue(event.source, told.referralNumber), source: .crime, region: told.region,
      subjectKey: told.subjectKey, at: told.referredAt, factCodes: told.factCodes,
      penalty: told.penaltyNumber.map { PenaltyCase(source: event.source, number: $0) })
    return (record, clue)
  }

  static func decision(_ event: CloudEvent, now: Date) throws(ContractViolation) -> CrimeRecord {
    let told = try event.decode(CrimeDecided.self)
    try SubjectCheck.check(told.subjectKey, field: "data.subjectKey")
    try SubjectCheck.check(region: told.region, field: "data.region")
    try ClockBounds().check(told.decidedAt, field: "data.decidedAt", now: now)
    return CrimeRecord(
      id: FactIdentity(source: event.source, factId: told.factId).recordId, source: event.source,
      referralNumber: told.referralNumber, kind: CrimeRecord.decided, at: told.decidedAt, authority: told.authority,
      outcome: told.outcome)
  }

  /// What a petition's case tells; the police's answer names no transfer but the petition's.
  static func petition(_ event: CloudEvent) throws(ContractViolation) -> CrimeRecord {
    if event.type == .petitionCrimeReferred {
      let told = try event.decode(PetitionCrimeReferred.self)
      return CrimeRecord(
        id: recordId(event), source: event.source, referralNumber: told.documentNumber,
        kind: CrimeRecord.referred, petitionId: told.petitionId, at: told.at, authority: told.authority)
    }
    let told = try event.decode(PetitionPoliceAnswered.self)
    return CrimeRecord(
      id: recordId(event), source: event.source, referralNumber: told.documentNumber ?? told.petitionNumber,
      kind: CrimeRecord.decided, petitionId: told.petitionId, at: told.at, authority: told.authority,
      outcome: told.filed ? .filed : .notFiled)
  }

  private static func recordId(_ event: CloudEvent) -> UUID {
    FactIdentity(source: event.source, factId: event.id).recordId
  }
}
