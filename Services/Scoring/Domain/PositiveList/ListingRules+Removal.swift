import Civics
import Contracts
import FoundationEssentials

extension ListingRules {
  /// Why a listed subject leaves the list.
  struct Ending: Sendable, Equatable {
    let cause: RemovalCause
    let factCodes: [String]
    let barredUntil: Date?
  }

  /// What ends an entry at an instant: the first cause of the rule pack that holds, its colour, or its time; nil while it
  /// stands.
  func ending(_ listing: Listing, _ candidate: ListingCandidate, at instant: Date) -> Ending? {
    guard listing.status == .listed, let entered = listing.decidedAt else { return nil }
    for removal in removals {
      guard let codes = facts(removal.cause, candidate, since: entered, at: instant) else { continue }
      let last = codes.compactMap { candidate.record.latest[$0] }.max() ?? instant
      return Ending(
        cause: removal.cause, factCodes: codes,
        barredUntil: removal.bars ? bar.due(from: last, calendar: calendar).instant : nil)
    }
    if !candidate.isColourRecommended { return Ending(cause: .colour, factCodes: [], barredUntil: nil) }
    if let end = listing.validUntil, end <= instant { return Ending(cause: .expired, factCodes: [], barredUntil: nil) }
    return nil
  }

  /// The facts for which a cause holds, maybe none; nil when it does not hold.
  private func facts(
    _ cause: RemovalCause, _ candidate: ListingCandidate, since entered: Date, at instant: Date
  ) -> [String]? {
    let record = candidate.record
    func since(_ codes: some Sequence<String>) -> [String]? {
      let found = Set(codes).filter { code in record.latest[code].map { $0 >= entered } ?? false }.sorted()
      return found.isEmpty ? nil : found
    }
    switch cause {
    case .malicious: return since(maliciousFacts)
    case .emergency: return since(conditionFacts.filter { $0.condition == "NO_EMERGENCY" }.map(\.fact))
    case .complaints: return hasStrongComplaints(record, at: instant) ? [] : nil
    case .violation: return record.penalties.contains { $0 >= entered } ? [] : nil
    case .condition:
      if let found = since(conditionFacts.map(\.fact)) { return found }
      let isExcluded = candidate.unit.map { !excludedTrades.isDisjoint(with: $0.trades) } ?? false
      return isExcluded ? [] : nil
    case .colour, .expired: return nil
    }
  }

  /// Whether a subject is to be recommended now: its colour is, it has no open recommendation or entry, nothing bars it,
  /// and it was neither refused nor removed since it has this colour. What ran out may come again.
  func recommends(
    _ candidate: ListingCandidate, colourSince: Date, before: [Listing], at instant: Date
  ) -> Bool {
    guard candidate.isColourRecommended, !before.contains(where: \.isOpen), barredUntil(before, at: instant) == nil
    else { return false }
    return !before.contains { listing in
      guard listing.cause != .expired, let closed = listing.closedAt else { return false }
      return closed >= colourSince
    }
  }

  /// Until when earlier removals bar a subject; nil when none does.
  func barredUntil(_ before: [Listing], at instant: Date) -> Date? {
    before.compactMap(\.barredUntil).filter { instant < $0 }.max()
  }
}
