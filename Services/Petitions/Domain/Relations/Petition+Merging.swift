import Contracts
import FoundationEssentials

/// Handling one petition together with another (并案): the lead is handled once, and what comes of it holds for both. The
/// petitioner of the one merged keeps the right to be told of acceptance and answer, and the clock for both.
extension Petition {
  /// Why it cannot be merged into another, in sentences; empty when it can.
  func missing(forMergingInto lead: Petition) -> [String] {
    var missing: [String] = []
    func need(_ condition: Bool, _ sentence: String) { if !condition { missing.append(sentence) } }
    need(id != lead.id, "a petition is not merged into itself")
    need(isOpen, "the petition is answered, refused, archived or merged already")
    need((matter.absorbed ?? 0) == 0, "other petitions were merged into it: merge those into the lead")
    need(lead.file.accepted != nil, "the petition that is to lead is not accepted")
    need(lead.isOpen, "the petition that is to lead is answered, refused, archived or merged")
    need((lead.matter.absorbed ?? 0) < Matter.mostAbsorbed, "the lead has as many as it can lead")
    return missing
  }

  /// Merges it into the lead: with that it is accepted, and its answer is due with the lead's.
  /// - Throws: `notMergeable` with what is missing.
  mutating func merge(into lead: Petition, reasons: [RelationReason], at now: Date) throws(PetitionError) -> StepEffects
  {
    let missing = missing(forMergingInto: lead)
    guard missing.isEmpty, let leads = lead.file.accepted else { throw .notMergeable(missing) }
    var effects = StepEffects()
    if let clock = lead.conclusion, conclusion.map({ clock.basis.due < $0.basis.due }) ?? true { conclusion = clock }
    if file.accepted == nil {
      end(DeadlineKind.ofDecision, at: now)
      let accepted = PetitionAccepted(
        petitionId: id, petitionNumber: number, region: region, at: now, procedure: leads.procedure,
        category: category, unit: lead.unit, dueDates: dueDates(of: DeadlineKind.ofAnswer))
      file.accepted = accepted
      effects.add(accepted)
      effects.add(open(contact: 2, at: now))
      effects.message = PetitionerMessage(
        contact: 2, template: "petition-accepted",
        parameters: parameters(["unit": accepted.unit], due: openClocks.first)
      )
    }
    status = .merged
    matter.mergedInto = lead.id
    matter.mergedIntoNumber = lead.number
    effects.events.append(related(.mergedInto, to: lead, reasons: reasons, automatic: false, at: now))
    return effects
  }

  /// Leads one more.
  mutating func absorb(_ petition: Petition, reasons: [RelationReason], at now: Date) -> PetitionRelated {
    matter.absorbed = (matter.absorbed ?? 0) + 1
    return related(.absorbed, to: petition, reasons: reasons, automatic: false, at: now)
  }

  /// Takes over what became of the lead: its answer, or that the answer no longer stands.
  mutating func follow(_ lead: Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard matter.mergedInto == lead.id else { return StepEffects() }
    let now = circumstances.now
    switch (lead.file.concluded, file.concluded) {
    case (let answer?, nil):
      let isOnTime = conclusion.map { now < $0.basis.due } ?? true
      end(DeadlineKind.ofAnswer, at: now)
      try start(.archiving, at: now, rules: circumstances.rules)
      try start(.reviewRequest, at: now, rules: circumstances.rules)
      let concluded = PetitionConcluded(
        petitionId: id, petitionNumber: number, region: region, at: now, verdict: answer.verdict,
        outcome: answer.outcome, documentNumber: answer.documentNumber, onTime: isOnTime,
        dueDates: dueDates(of: [.archiving, .reviewRequest]))
      file.concluded = concluded
      var effects = StepEffects(events: [concluded])
      effects.add(open(contact: 3, at: now))
      effects.message = PetitionerMessage(
        contact: 3, template: "petition-concluded", parameters: parameters(["verdict": answer.verdict.rawValue]))
      return effects
    case (nil, let answer?) where file.openReview == nil && file.archived == nil:
      withdraw(answer, at: now)
      return StepEffects()
    default:
      return StepEffects()
    }
  }
}
