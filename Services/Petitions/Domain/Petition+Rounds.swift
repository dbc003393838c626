import Civics
import Contracts
import FoundationEssentials

extension Petition {
  /// Takes back an answer that a failed check has overtaken: the third contact is owed again and the old clocks run on.
  mutating func withdraw(_ concluded: PetitionConcluded, at now: Date) {
    file.concluded = nil
    file.contacts.removeAll { $0.number == 3 }
    end([.archiving, .reviewRequest], at: now)
    resumeAnswer(givenAt: concluded.at)
    // The next answer is another, with its own review; unless this one was re-examined, which ends the matter.
    guard !file.isFinal else { return }
    end([.reexaminationRequest], at: now)
    file.reviewsBefore = file.reviews.count
  }

  /// Begins a new round: what was handled, checked, answered and filed before counts no more.
  mutating func reopen(
    because reason: ReopenReason, at now: Date, rules: PetitionRules
  ) throws(PetitionError) -> PetitionReopened {
    let procedure = file.accepted?.procedure ?? .enforcement
    let basis = try PetitionError.ofRules { () throws(RuleLookupError) in try rules.conclusion(procedure, from: now) }
    end([.archiving, .reviewRequest, .reexaminationRequest], at: now)
    if let before = conclusion { clocks.append(before) }
    conclusion = Deadline(basis: basis, start: now)
    let event = PetitionReopened(
      petitionId: id, petitionNumber: number, region: region, at: now, reason: reason, unit: unit,
      dueDates: dueDates(of: DeadlineKind.ofAnswer))
    file.reopening = Reopening(event: event, rechecks: file.rechecks.count, calls: file.calls.count)
    file.reviewsBefore = file.reviews.count
    file.handled = nil
    file.concluded = nil
    file.published = nil
    file.archived = nil
    file.contacts.removeAll { $0.number == 3 }
    file.custody?.investigatedAt = nil
    // What is handled again is handled by itself.
    file.matter?.mergedInto = nil
    file.matter?.mergedIntoNumber = nil
    status = .reopened
    return event
  }
}
