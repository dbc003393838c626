import Contracts
import FoundationEssentials

extension Petition {
  /// What the clocks have to tell by now, each thing once, in the order in which it fell due: ends that come near, ends
  /// that were missed, and what goes a level up.
  /// - Returns: events, each with the instant it was planned for.
  mutating func attend(at now: Date, rules: PetitionRules) -> [(planned: Date, event: any EventPayload)] {
    var due: [ClockCall] = []
    eachClock { due += $0.attend(at: now) }
    due.sort { ($0.planned, $0.order) < ($1.planned, $1.order) }
    return due.flatMap { call in tell(call, at: now, rules: rules).map { (call.planned, $0) } }
  }

  private mutating func tell(_ call: ClockCall, at now: Date, rules: PetitionRules) -> [any EventPayload] {
    switch call.what {
    case .warning:
      return [
        PetitionWarned(
          petitionId: id, petitionNumber: number, region: region, at: now, upcoming: call.date, unit: unit,
          status: status)
      ]
    case .missed:
      return [
        PetitionOverdue(
          petitionId: id, petitionNumber: number, region: region, at: now, missed: call.date, unit: unit,
          status: status)
      ]
    case .escalation(let level):
      let step = rules.escalation(level)
      let escalated = PetitionEscalated(
        petitionId: id, petitionNumber: number, region: region, at: now, missed: call.date, level: level,
        target: step.target, unit: unit, status: status)
      guard let supervision = step.supervision,
        let supervised = supervise(supervision, because: .overdue, at: now, rules: rules)
      else { return [escalated] }
      return [escalated, supervised]
    }
  }
}
