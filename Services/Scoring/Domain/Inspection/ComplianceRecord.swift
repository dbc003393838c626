import Contracts
import FoundationEssentials

/// What the ledger says of a subject's conduct: the dates that inspections and the positive list look at. Facts that do
/// not stand any more are not in it; facts whose points have lapsed are.
struct ComplianceRecord: Sendable, Equatable {
  /// When complaints were verified, one date for each petition, ascending.
  var complaints: [Date] = []
  /// When violations were established, one date for each act, ascending.
  var violations: [Date] = []
  /// When penalties were decided, ascending.
  var penalties: [Date] = []
  /// When each code was last established, also codes without points.
  var latest: [String: Date] = [:]
  /// Codes whose points count at present.
  var counting: Set<String> = []

  init() {}

  /// What had been established at the derivation's instant.
  init(_ derivation: Derivation) {
    var petitions: [UUID: Date] = [:]
    var acts: Set<UUID> = []
    var penalised: Set<UUID> = []
    for entry in derivation.lines {
      let fact = entry.fact
      guard let line = entry.line, fact.from <= derivation.at, entry.withdrawnBy == nil else { continue }
      switch entry.standing {
      case .counts, .lapsed, .withoutPoints, .countedAlready: break
      default: continue
      }
      latest[line.code] = max(latest[line.code] ?? fact.from, fact.from)
      if entry.standing == .counts { counting.insert(line.code) }
      guard line.points < .zero || line.isVeto else { continue }
      if fact.kind == "penalty.decided", penalised.insert(fact.id).inserted { penalties.append(fact.from) }
      // Another entry on the same act is no second violation.
      guard entry.standing != .countedAlready else { continue }
      if acts.insert(fact.id).inserted { violations.append(fact.from) }
      if fact.origin == .petition, let petition = fact.petitionId {
        petitions[petition] = min(petitions[petition] ?? fact.from, fact.from)
      }
    }
    complaints = petitions.values.sorted()
    violations.sort()
    penalties.sort()
  }
}
