import Contracts
import FoundationEssentials

extension CompensationCase {
  /// Notes that a fact which the case rests on does not stand. What becomes of the case is for people to say: a check may
  /// end without one, and one under way is terminated.
  /// - Returns: the event that tells of it; nil when it was noted before.
  mutating func note(_ correction: CaseCorrection, at now: Date) -> CompensationClueCorrected? {
    let isKnown = file.corrections.contains { $0.source == correction.source && $0.factId == correction.factId }
    guard !isKnown, file.corrections.count < CaseFile.longest else { return nil }
    file.corrections.append(correction)
    for code in correction.factCodes where !file.factCodes.contains(code) && file.factCodes.count < CaseFile.longest {
      file.factCodes.append(code)
    }
    return CompensationClueCorrected(
      caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
      penaltyNumber: penalty?.number, correctedFactId: correction.factId, reason: correction.reason,
      factCodes: correction.factCodes, clueStands: clueStands)
  }

  /// Whether a clue is left that nothing was said against: a petition's finding, the filing of a penalty case, or whatever
  /// else opened the case.
  var clueStands: Bool {
    let withdrawn = Set(file.corrections.filter(\.isWithdrawal).map(\.kind))
    let filingStands = penalty != nil && !withdrawn.contains(PenaltyRecord.filed)
    switch clueSource {
    case .penalty: return filingStands || findingId != nil
    case .inspection, .supervision: return filingStands || !withdrawn.contains(CaseCorrection.inspection)
    default: return true
    }
  }
}
