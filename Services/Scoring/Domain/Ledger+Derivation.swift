import Contracts
import FoundationEssentials

extension Ledger {
  /// The score at an instant: kept inside the scale, base − valid deductions + valid bonuses.
  func derive(at instant: Date, scale: Scale) throws(ScoringError) -> Derivation {
    let winners = countingOnce(at: instant)
    var lines: [Derivation.Line] = []
    var total = scale.base
    var isVetoed = false
    var isRated = false
    for fact in facts {
      let hasBegun = fact.from <= instant
      isRated = isRated || (hasBegun && fact.isAssessment)
      if fact.lines.isEmpty {
        let standing: Derivation.Standing = hasBegun ? .withoutPoints : .notYet
        lines.append(.init(fact: fact, line: nil, standing: standing, runningTotal: total))
      }
      for line in fact.lines {
        let standing = standing(of: line, in: fact, at: instant, winners)
        if standing == .counts {
          total += line.points
          isVetoed = isVetoed || line.isVeto
        }
        lines.append(.init(fact: fact, line: line, standing: standing, runningTotal: total))
      }
    }
    let score = isRated ? (isVetoed ? scale.lowest : scale.clamp(total)) : nil
    var colour = Colour.unrated
    if let score { colour = try scale.colour(of: score) }
    return Derivation(
      at: instant, scale: scale, lines: lines, total: total, isVetoed: isVetoed, score: score, colour: colour)
  }

  /// Since when the subject has had the colour it has at this instant, by the same scale.
  func colourSince(_ derivation: Derivation) throws(ScoringError) -> Date {
    var begins: Set<Date> = []
    for fact in facts {
      begins.insert(fact.from)
      begins.formUnion(fact.lines.filter(\.weighs).compactMap(\.until))
    }
    var since = derivation.at
    for instant in begins.filter({ $0 <= derivation.at }).sorted(by: >) {
      guard try derive(at: instant, scale: derivation.scale).colour == derivation.colour else { return since }
      since = instant
    }
    return since
  }

  private func standing(
    of line: FactLine, in fact: Fact, at instant: Date, _ winners: [Ledger.Act: UUID]
  ) -> Derivation.Standing {
    guard line.weighs else { return .withoutPoints }
    guard fact.from <= instant else { return .notYet }
    guard instant < line.until ?? .distantFuture else { return .lapsed }
    guard let act = Act(fact, line) else { return .counts }
    return winners[act] == fact.id ? .counts : .countedAlready
  }

  /// A violation as a penalty case names it: several entries may speak of it (the finding of the petition that led to
  /// the case, a decision and its amendment), and it counts once.
  struct Act: Hashable {
    let penaltyCase: String
    let code: String

    init?(_ fact: Fact, _ line: FactLine) {
      guard let penaltyCase = fact.penaltyCase else { return nil }
      self.penaltyCase = penaltyCase
      code = line.code
    }
  }

  /// Which entry counts for each act at an instant: none where a finding of the case's petition does, else the one that
  /// weighs most, then the one that lasts longest. The answer does not depend on the order of arrival.
  private func countingOnce(at instant: Date) -> [Act: UUID] {
    var petitions: [String: Set<UUID>] = [:]
    var findings: [UUID: Set<String>] = [:]
    for fact in facts {
      guard let petition = fact.petitionId else { continue }
      if let penalty = fact.penaltyCase {
        petitions[penalty, default: []].insert(petition)
      } else {
        for line in fact.lines where counts(line, of: fact, at: instant) {
          findings[petition, default: []].insert(line.code)
        }
      }
    }
    var best: [Act: (fact: Fact, line: FactLine)] = [:]
    for fact in facts {
      for line in fact.lines where counts(line, of: fact, at: instant) {
        guard let act = Act(fact, line) else { continue }
        let petition = petitions[act.penaltyCase] ?? []
        if petition.contains(where: { findings[$0]?.contains(act.code) == true }) { continue }
        if let other = best[act], !isHeavier(line, fact, than: other) { continue }
        best[act] = (fact, line)
      }
    }
    return best.mapValues(\.fact.id)
  }

  private func counts(_ line: FactLine, of fact: Fact, at instant: Date) -> Bool {
    line.weighs && fact.from <= instant && instant < line.until ?? .distantFuture
  }

  private func isHeavier(_ line: FactLine, _ fact: Fact, than other: (fact: Fact, line: FactLine)) -> Bool {
    let weight = abs(line.points.hundredths)
    let otherWeight = abs(other.line.points.hundredths)
    if line.isVeto != other.line.isVeto { return line.isVeto }
    if weight != otherWeight { return weight > otherWeight }
    let end = line.until ?? .distantFuture
    let otherEnd = other.line.until ?? .distantFuture
    return end == otherEnd ? fact.id.uuidString < other.fact.id.uuidString : end > otherEnd
  }
}
