import Civics
import Contracts
import FoundationEssentials

extension CompensationCase {
  /// Opens a case with a clue: its check is due within the period of the law.
  /// - Returns: the case, and the event that tells of it.
  static func open(
    _ clue: Clue, correlation: String, at now: Date, rules: CompensationRules
  ) throws(CompensationError) -> (CompensationCase, CompensationClueOpened) {
    // The period runs from when the bureau had the clue, however late it was read here.
    let opened = min(clue.at, now)
    var file = CaseFile()
    file.factCodes = clue.factCodes
    file.stages = [StageEntry(stage: .clue, at: opened)]
    let number = CaseNumber(id: clue.id, region: clue.region, opened: ShanghaiTime.day(of: opened)).text
    var new = CompensationCase(
      id: clue.id, number: number, region: clue.region, clueSource: clue.source, openedAt: opened,
      correlation: correlation, subjectKey: clue.subjectKey, status: .clue, petitionId: clue.petitionId,
      findingId: clue.findingId, penalty: clue.penalty, sequence: 0, file: file, updatedAt: now)
    let due = try new.start(.check, from: opened, rules: rules)
    let event = CompensationClueOpened(
      caseId: new.id, caseNumber: number, region: new.region, at: opened, subjectKey: new.subjectKey,
      clueSource: clue.source, petitionId: clue.petitionId, findingId: clue.findingId,
      penaltyNumber: clue.penalty?.number, factCodes: clue.factCodes, dueDates: [due])
    return (new, event)
  }

  /// Whether a clue speaks of the very act that this case is about: a penalty case that came from the case's petition, or
  /// a finding of the petition that the penalty case came from. One act is one case, whichever was told first.
  func isAbout(_ clue: Clue) -> Bool {
    guard isOpen, let petitionId, petitionId == clue.petitionId, subjectKey == clue.subjectKey else { return false }
    return (clue.penalty != nil && penalty == nil) || (clue.findingId != nil && findingId == nil)
  }

  /// Whether a clue is already in this case.
  func holds(_ clue: Clue) -> Bool {
    if let penalty = clue.penalty { return self.penalty == penalty }
    if let findingId = clue.findingId { return self.findingId == findingId && petitionId == clue.petitionId }
    return id == clue.id
  }

  /// Takes another clue on the same act into the case.
  /// - Returns: the event that tells of it.
  mutating func take(_ clue: Clue, correlation: String, at now: Date) -> CompensationClueJoined {
    penalty = penalty ?? clue.penalty
    if clue.findingId != nil, findingId == nil {
      findingId = clue.findingId
      // The petition waits for what becomes of it, and knows it by the complaint at the root.
      self.correlation = correlation
    }
    for code in clue.factCodes where !file.factCodes.contains(code) && file.factCodes.count < 1024 {
      file.factCodes.append(code)
    }
    return CompensationClueJoined(
      caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey, clueSource: clue.source,
      petitionId: clue.petitionId, findingId: clue.findingId, penaltyNumber: clue.penalty?.number,
      factCodes: clue.factCodes)
  }
}
