import Civics
import Contracts
import FoundationEssentials

/// Whether an entry can be repaired now: it counts, it is not excluded, it was published long enough, and what was wrong
/// is put right.
struct RepairCheck: Sendable {
  let rules: CreditRules
  let derivation: Derivation
  /// Study and examination that shorten the time; nil without.
  let credit: StudyCredit?
  /// The penalty cases in which rectification was verified and passed.
  let rectified: Set<String>
  /// Whether staff attach evidence of rectification themselves, for entries without a penalty case.
  let hasEvidence: Bool
  let now: Date

  func check(_ entry: UUID) throws(CreditError) {
    let lines = derivation.lines.filter { $0.fact.id == entry && $0.standing == .counts }
    guard let fact = lines.first?.fact else { throw .entryGone(entry) }
    for case let line? in lines.map(\.line) {
      if try rules.isExcluded(line.code) { throw .excluded(code: line.code) }
      let waits = try rules.waiting(severity: try rules.severity(of: line.code), afterStudy: credit != nil)
      let end = waits.due(from: fact.from, calendar: rules.calendar).instant
      guard end <= now else { throw .tooEarly(entry: entry, until: end) }
    }
    let isRectified = fact.penaltyNumber.map(rectified.contains) ?? false
    guard isRectified || (fact.penaltyNumber == nil && hasEvidence) else { throw .notRectified(entry) }
  }
}
