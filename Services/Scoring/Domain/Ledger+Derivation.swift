import Contracts
import FoundationEssentials

extension Ledger {
  /// The score at an instant: kept inside the scale, base − valid deductions + valid bonuses.
  func derive(at instant: Date, scale: Scale) throws(ScoringError) -> Derivation {
    let winners = countingOnce(at: instant)
    var lines: [Derivation.Line] = []
    var tally = Tally(base: scale.base)
    for entry in entries {
      let withdrawal = entry.withdrawn(at: instant)
      if entry.judges.contains(instant), entry.fact.isAssessment { tally.isRated = true }
      if entry.fact.lines.isEmpty {
        let standing = standing(of: entry, at: instant) ?? .withoutPoints
        lines.append(
          .init(
            fact: entry.fact, line: nil, standing: standing, withdrawnBy: withdrawal?.id, runningTotal: tally.total))
      }
      for line in entry.fact.lines {
        let standing = standing(of: line, in: entry, at: instant, winners)
        if standing == .counts { tally.add(line) }
        lines.append(
          .init(
            fact: entry.fact, line: line, standing: standing, withdrawnBy: withdrawal?.id, runningTotal: tally.total))
      }
    }
    let score = tally.score(scale)
    return Derivation(
      subject: subject, at: instant, scale: scale, lines: lines, total: tally.total, isVetoed: tally.isVetoed,
      score: score, colour: try Ledger.colour(score, scale))
  }

  /// Since when the subject has had the colour it has at this instant, each day by the scale then in force.
  func colourSince(_ derivation: Derivation, scales: ScaleHistory) throws(ScoringError) -> Date {
    let edges = entries.lazy.flatMap(\.edges)
    guard let first = edges.min() else { return derivation.at }
    // A scale that came into force before there was anything to colour changed nothing.
    let turns = scales.instants.filter { $0 > first }
    var since = derivation.at
    for instant in Set(edges + turns).filter({ $0 <= derivation.at }).sorted(by: >) {
      guard try colour(at: instant, scale: scales.scale(at: instant)) == derivation.colour else { return since }
      since = instant
    }
    return since
  }

  /// The colour alone.
  private func colour(at instant: Date, scale: Scale) throws(ScoringError) -> Colour {
    let winners = countingOnce(at: instant)
    var tally = Tally(base: scale.base)
    for entry in entries {
      if entry.fact.isAssessment, entry.judges.contains(instant) { tally.isRated = true }
      for line in entry.fact.lines where standing(of: line, in: entry, at: instant, winners) == .counts {
        tally.add(line)
      }
    }
    return try Ledger.colour(tally.score(scale), scale)
  }

  private static func colour(_ score: Points?, _ scale: Scale) throws(ScoringError) -> Colour {
    guard let score else { return .unrated }
    return try scale.colour(of: score)
  }

  private func standing(
    of line: FactLine, in entry: LedgerEntry, at instant: Date, _ winners: [Act: UUID]
  ) -> Derivation.Standing {
    guard line.weighs else { return standing(of: entry, at: instant) ?? .withoutPoints }
    guard entry.fact.from <= instant else { return .notYet }
    guard instant < line.until ?? .distantFuture else { return .lapsed }
    if let standing = standing(of: entry, at: instant) { return standing }
    guard let penaltyCase = entry.fact.penaltyCase else { return .counts }
    return winners[Act(penaltyCase: penaltyCase, code: line.code)] == entry.fact.id ? .counts : .countedAlready
  }

  /// Why an entry as a whole does not weigh; nil when it does.
  private func standing(of entry: LedgerEntry, at instant: Date) -> Derivation.Standing? {
    if entry.fact.from > instant { return .notYet }
    if entry.weighs.contains(instant) { return nil }
    return entry.owned?.contains(instant) == false ? .notOwned : .withdrawn
  }

  /// The sum so far.
  private struct Tally {
    var total: Points
    var isVetoed = false
    var isRated = false

    init(base: Points) { total = base }

    mutating func add(_ line: FactLine) {
      total += line.points
      isVetoed = isVetoed || line.isVeto
    }

    func score(_ scale: Scale) -> Points? { isRated ? (isVetoed ? scale.lowest : scale.clamp(total)) : nil }
  }
}
