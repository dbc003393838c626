import Contracts
import FoundationEssentials

/// Findings as clues: of petitions and of inspections.
enum ClueReader {
  /// - Returns: nil for an unfounded complaint, or a finding without damage.
  static func finding(_ event: CloudEvent, now: Date) throws(ContractViolation) -> Clue? {
    let told = try event.decode(PetitionVerified.self)
    guard told.verified, told.damageSuspected else { return nil }
    try SubjectCheck.check(region: told.region, field: "data.region")
    if let subject = told.subjectKey { try SubjectCheck.check(subject, field: "data.subjectKey") }
    try ClockBounds().check(told.at, field: "data.at", now: now)
    return Clue(
      id: Clue.id("petition", told.petitionId.lowercased, told.findingId.lowercased), source: .petition,
      region: told.region, subjectKey: told.subjectKey, at: told.at, factCodes: told.factCodes,
      petitionId: told.petitionId, findingId: told.findingId)
  }

  /// - Returns: nil for an inspection without a sign of damage.
  static func inspection(
    _ event: CloudEvent, now: Date
  ) throws(ContractViolation) -> (clue: Clue, fact: FactIdentity)? {
    let told = try event.decode(InspectionRecorded.self)
    guard told.damageSuspected == true else { return nil }
    try SubjectCheck.check(region: told.region, field: "data.region")
    try SubjectCheck.check(told.subjectKey, field: "data.subjectKey")
    try ClockBounds().check(told.inspectedAt, field: "data.inspectedAt", now: now)
    let fact = FactIdentity(source: event.source, factId: told.factId)
    let clue = Clue(
      id: fact.inspectionClue, source: source(told.kind), region: told.region, subjectKey: told.subjectKey,
      at: told.inspectedAt, factCodes: told.factCodes)
    return (clue, fact)
  }

  private static func source(_ kind: InspectionKind) -> ClueSource {
    switch kind {
    case .supervision: .supervision
    case .doubleRandom, .special, .complaint, .followUp, .serviceVisit: .inspection
    }
  }
}
