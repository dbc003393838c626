import Civics
import Contracts
import FoundationEssentials

extension ListingRules {
  /// Screens a subject: all conditions and so many items of the screening must be met.
  /// - Parameters:
  ///   - confirmed: conditions that staff looked at and found met.
  ///   - items: items of the screening that staff looked at and found met.
  /// - Returns: the conditions not met, `SCREENING` among them for too few items, and the items that are.
  func screen(
    _ candidate: ListingCandidate, confirmed: Set<String>, items: Set<String>, at instant: Date
  ) -> (unmet: [String], met: [String]) {
    var unmet = conditions.filter { !holds($0, candidate, confirmed, at: instant) }.map(\.code)
    let met = screening.filter { isMet($0, candidate, items) }.map(\.code)
    if met.count < screeningMinimum { unmet.append("SCREENING") }
    return (unmet, met)
  }

  /// A code that staff may not confirm: unknown, or looked at by the system itself.
  func foreign(confirmed: [String], items: [String]) -> String? {
    let conditions = Set(conditions.filter { $0.checked == "STAFF" || $0.checked == "REGISTER" }.map(\.code))
    let screening = Set(screening.filter { $0.checked == "STAFF" }.map(\.code))
    return confirmed.first { !conditions.contains($0) } ?? items.first { !screening.contains($0) }
  }

  private func holds(
    _ condition: Condition, _ candidate: ListingCandidate, _ confirmed: Set<String>, at instant: Date
  ) -> Bool {
    switch condition.checked {
    case "RATING": candidate.isColourRecommended
    case "LEDGER": !isBroken(condition.code, candidate.record, at: instant)
    // Of a subject that is not on the register, staff must say it.
    case "REGISTER":
      candidate.unit.map { excludedTrades.isDisjoint(with: $0.trades) } ?? confirmed.contains(condition.code)
    default: confirmed.contains(condition.code)
    }
  }

  private func isMet(_ item: Condition, _ candidate: ListingCandidate, _ items: Set<String>) -> Bool {
    switch item.checked {
    case "REGISTER": candidate.unit?.groups.contains(item.code) ?? false
    case "LEDGER": candidate.record.counting.contains(item.code)
    default: items.contains(item.code)
    }
  }

  /// Whether a fact of the ledger stands against a condition.
  private func isBroken(_ condition: String, _ record: ComplianceRecord, at instant: Date) -> Bool {
    conditionFacts.contains { rule in
      guard rule.condition == condition, let date = record.latest[rule.fact] else { return false }
      return instant < rule.within.due(from: date, calendar: calendar).instant
    }
  }
}
