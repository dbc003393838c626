import FoundationEssentials

extension Ledger {
  /// A violation as a penalty case names it: several entries may speak of it (the finding of the petition that led to
  /// the case, a decision and its amendment), and it counts once.
  struct Act: Hashable {
    let penaltyCase: String
    let code: String
  }

  /// Whether a line stands by itself at an instant, before what counts once is looked at.
  static func stands(_ line: FactLine, in entry: LedgerEntry, at instant: Date) -> Bool {
    line.weighs && entry.fact.from <= instant && instant < line.until ?? .distantFuture
      && entry.weighs.contains(instant)
  }

  /// Which entry counts for each act at an instant: none where a finding of the case's petition does, else the one that
  /// weighs most, then the one that lasts longest. The answer does not depend on the order of arrival.
  func countingOnce(at instant: Date) -> [Act: UUID] {
    guard facts.contains(where: { $0.penaltyNumber != nil }) else { return [:] }
    let findings = findings(at: instant)
    var best: [Act: (fact: Fact, line: FactLine)] = [:]
    for entry in entries {
      guard let penaltyCase = entry.fact.penaltyCase else { continue }
      for line in entry.fact.lines where Ledger.stands(line, in: entry, at: instant) {
        let act = Act(penaltyCase: penaltyCase, code: line.code)
        if findings[penaltyCase]?.contains(line.code) == true { continue }
        if let other = best[act], !Ledger.isHeavier(line, entry.fact, than: other) { continue }
        best[act] = (entry.fact, line)
      }
    }
    return best.mapValues(\.fact.id)
  }

  /// By case, the codes that a finding of its petition counts for at an instant.
  private func findings(at instant: Date) -> [String: Set<String>] {
    var cases: [UUID: Set<String>] = [:]
    for fact in facts {
      if let petition = fact.petitionId, let penaltyCase = fact.penaltyCase {
        cases[petition, default: []].insert(penaltyCase)
      }
    }
    guard !cases.isEmpty else { return [:] }
    var findings: [String: Set<String>] = [:]
    for entry in entries where entry.fact.penaltyNumber == nil {
      guard let petition = entry.fact.petitionId, let named = cases[petition] else { continue }
      for line in entry.fact.lines where Ledger.stands(line, in: entry, at: instant) {
        for penaltyCase in named { findings[penaltyCase, default: []].insert(line.code) }
      }
    }
    return findings
  }

  private static func isHeavier(_ line: FactLine, _ fact: Fact, than other: (fact: Fact, line: FactLine)) -> Bool {
    let weight = abs(line.points.hundredths)
    let otherWeight = abs(other.line.points.hundredths)
    if line.isVeto != other.line.isVeto { return line.isVeto }
    if weight != otherWeight { return weight > otherWeight }
    let end = line.until ?? .distantFuture
    let otherEnd = other.line.until ?? .distantFuture
    return end == otherEnd ? fact.id.uuidString < other.fact.id.uuidString : end > otherEnd
  }
}
