import Contracts
import FoundationEssentials

extension Ledger {
  /// The score at an instant: kept inside the scale, base − valid deductions + valid bonuses.
  func derive(at instant: Date, scale: Scale) throws(ScoringError) -> Derivation {
    var lines: [Derivation.Line] = []
    var tally = Tally()
    for entry in entries {
      let withdrawal = entry.withdrawn(at: instant)
      if entry.fact.isAssessment, entry.judges.contains(instant) { tally.judgments += 1 }
      if entry.fact.lines.isEmpty {
        let standing = standing(of: entry, at: instant) ?? .withoutPoints
        lines.append(
          .init(
            fact: entry.fact, line: nil, standing: standing, withdrawnBy: withdrawal?.id,
            runningTotal: scale.base + tally.points))
      }
      for (line, counts) in zip(entry.fact.lines, entry.counts) {
        let standing = counts.contains(instant) ? .counts : why(line, in: entry, at: instant)
        if standing == .counts { tally.add(line) }
        lines.append(
          .init(
            fact: entry.fact, line: line, standing: standing, withdrawnBy: withdrawal?.id,
            runningTotal: scale.base + tally.points))
      }
    }
    let score = tally.score(scale)
    return Derivation(
      subject: subject, at: instant, scale: scale, lines: lines, total: scale.base + tally.points,
      isVetoed: tally.vetoes > 0, score: score, colour: try Tally.colour(score, scale))
  }

  /// Since when the subject has had the colour it has at this instant, each day by the scale then in force. Goes back from
  /// change to change, each the same few steps: a record of thousands that was always red is walked through once.
  func colourSince(_ derivation: Derivation, scales: ScaleHistory) throws(ScoringError) -> Date {
    let edges = Set(entries.lazy.flatMap(\.edges))
    guard let first = edges.min() else { return derivation.at }
    // A scale that came into force before there was anything to colour changed nothing.
    let instants = edges.union(scales.instants.filter { $0 > first }).filter { $0 <= derivation.at }
    let changes = changes(through: derivation.at)
    var tally = changes.values.reduce(into: Tally()) { $0.add($1) }
    var since = derivation.at
    for instant in instants.sorted(by: >) {
      let scale = scales.scale(at: instant)
      guard try Tally.colour(tally.score(scale), scale) == derivation.colour else { return since }
      since = instant
      if let change = changes[instant] { tally.take(change) }
    }
    return since
  }

  /// What begins and ceases to count at each instant up to this one.
  private func changes(through end: Date) -> [Date: Tally] {
    var changes: [Date: Tally] = [:]
    func note(_ windows: [Window], _ tally: Tally) {
      for window in windows {
        if window.opens <= end { changes[window.opens, default: Tally()].add(tally) }
        if window.closes <= end { changes[window.closes, default: Tally()].take(tally) }
      }
    }
    for entry in entries {
      if entry.fact.isAssessment { note(entry.judges, Tally(judgments: 1)) }
      for (line, counts) in zip(entry.fact.lines, entry.counts) { note(counts, Tally(line)) }
    }
    return changes
  }

  /// Why a line does not count at an instant.
  private func why(_ line: FactLine, in entry: LedgerEntry, at instant: Date) -> Derivation.Standing {
    guard line.weighs else { return standing(of: entry, at: instant) ?? .withoutPoints }
    guard entry.fact.from <= instant else { return .notYet }
    guard instant < line.until ?? .distantFuture else { return .lapsed }
    return standing(of: entry, at: instant) ?? .countedAlready
  }

  /// Why an entry as a whole does not weigh; nil when it does.
  private func standing(of entry: LedgerEntry, at instant: Date) -> Derivation.Standing? {
    if entry.fact.from > instant { return .notYet }
    if entry.weighs.contains(instant) { return nil }
    return entry.owned?.contains(instant) == false ? .notOwned : .withdrawn
  }
}
