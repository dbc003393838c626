import Contracts
import FoundationEssentials

extension Petition {
  /// Puts the case under supervision, unless it is under one as strict; the unit must answer within its period.
  /// - Returns: the event; nil when nothing changed.
  mutating func supervise(
    _ level: SupervisionLevel, because reason: SupervisionReason, at now: Date, rules: PetitionRules
  ) -> PetitionSupervised? {
    if let present = file.supervision, present.isAnswerAwaited || present.level == .listed, present.level.covers(level)
    {
      return nil
    }
    end([.supervision], at: now)
    // A pack without a period must not keep a missed date from being told.
    if let basis = try? rules.supervision(level, from: now) { start(basis, at: now) }
    file.supervision = Supervision(level: level, reason: reason, since: now, isAnswerAwaited: true)
    return PetitionSupervised(
      petitionId: id, petitionNumber: number, region: region, at: now, level: level, reason: reason, unit: unit,
      dueDates: dueDates(of: [.supervision]))
  }

  /// Ends a supervision with its clock (销号).
  /// - Returns: the event; nil when there is none.
  mutating func liftSupervision(at now: Date) -> PetitionSupervisionLifted? {
    guard let supervision = file.supervision else { return nil }
    file.supervision = nil
    end([.supervision], at: now)
    return PetitionSupervisionLifted(
      petitionId: id, petitionNumber: number, region: region, at: now, level: supervision.level)
  }
}

extension SupervisionLevel {
  /// Whether it is at least as strict.
  func covers(_ other: SupervisionLevel) -> Bool { self == .listed || other == .ordinary }
}
