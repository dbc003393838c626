import Contracts
import FoundationEssentials

/// A verified finding as a clue.
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
}
