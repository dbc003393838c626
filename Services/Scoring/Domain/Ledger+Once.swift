import FoundationEssentials

extension Ledger {
  /// A violation as a penalty case names it: several entries may speak of it (the finding of the petition that led to
  /// the case, a decision and its amendment), and it counts once.
  struct Act: Hashable {
    let penaltyCase: String
    let code: String
  }

  /// A line of an entry that speaks of an act.
  private struct Mention {
    let entry: Int
    let line: Int
  }

  /// Takes from the lines that speak of one act all but what counts: nothing while a finding of the case's petition does,
  /// else at each instant the entry that weighs most, then the one that lasts longest. The answer does not depend on the
  /// order of arrival.
  static func countOnce(_ entries: inout [LedgerEntry]) {
    var acts: [Act: [Mention]] = [:]
    for (index, entry) in entries.enumerated() {
      guard let penaltyCase = entry.fact.penaltyCase else { continue }
      for (number, line) in entry.fact.lines.enumerated() where !entry.counts[number].isEmpty {
        acts[Act(penaltyCase: penaltyCase, code: line.code), default: []].append(Mention(entry: index, line: number))
      }
    }
    guard !acts.isEmpty else { return }
    let findings = findings(among: entries)
    for (act, mentions) in acts {
      let finding = findings[act] ?? []
      guard mentions.count > 1 || !finding.isEmpty else { continue }
      let won = winners(mentions, besides: finding, among: entries)
      for mention in mentions {
        entries[mention.entry].counts[mention.line] =
          entries[mention.entry].counts[mention.line].meeting(won[mention.entry] ?? [])
      }
    }
  }

  /// By entry, when it is the one that counts for an act.
  private static func winners(
    _ mentions: [Mention], besides finding: [Window], among entries: [LedgerEntry]
  ) -> [Int: [Window]] {
    func weight(_ mention: Mention) -> (fact: Fact, line: FactLine) {
      let fact = entries[mention.entry].fact
      return (fact, fact.lines[mention.line])
    }
    var taken = finding
    var won: [Int: [Window]] = [:]
    for mention in mentions.sorted(by: { isHeavier(weight($0), than: weight($1)) }) {
      let free = entries[mention.entry].counts[mention.line].without(taken)
      won[mention.entry, default: []] += free
      taken += free
    }
    return won
  }

  /// By act of a case, when a finding of the case's petition counts for it.
  private static func findings(among entries: [LedgerEntry]) -> [Act: [Window]] {
    var cases: [UUID: Set<String>] = [:]
    for entry in entries {
      if let petition = entry.fact.petitionId, let penaltyCase = entry.fact.penaltyCase {
        cases[petition, default: []].insert(penaltyCase)
      }
    }
    guard !cases.isEmpty else { return [:] }
    var findings: [Act: [Window]] = [:]
    for entry in entries where entry.fact.penaltyNumber == nil {
      guard let petition = entry.fact.petitionId, let named = cases[petition] else { continue }
      for (line, windows) in zip(entry.fact.lines, entry.counts) where !windows.isEmpty {
        for penaltyCase in named { findings[Act(penaltyCase: penaltyCase, code: line.code), default: []] += windows }
      }
    }
    return findings
  }

  private static func isHeavier(_ one: (fact: Fact, line: FactLine), than other: (fact: Fact, line: FactLine)) -> Bool {
    let weight = abs(one.line.points.hundredths)
    let otherWeight = abs(other.line.points.hundredths)
    if one.line.isVeto != other.line.isVeto { return one.line.isVeto }
    if weight != otherWeight { return weight > otherWeight }
    let end = one.line.until ?? .distantFuture
    let otherEnd = other.line.until ?? .distantFuture
    return end == otherEnd ? one.fact.id.uuidString < other.fact.id.uuidString : end > otherEnd
  }
}
