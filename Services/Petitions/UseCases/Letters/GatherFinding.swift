import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Puts what a failed check found into the draft of a work reminder letter to the county's bureau, so that no failed
/// check is forgotten; staff choose the words and sign.
struct GatherFinding: Sendable {
  /// Failed re-checks among the events of a step.
  func callAsFunction(
    _ events: [any EventPayload], of petition: Petition, rules: PetitionRules, work: UnitOfWork
  ) async throws {
    for case let event as PetitionRechecked in events where !event.passed {
      let finding = ReminderFinding(
        petitionId: petition.id, petitionNumber: petition.number,
        summary: "第\(event.attempt)次\(event.onSite ? "现场" : "")复核未通过,须立即整改。")
      try await self(finding, cause: .failedRecheck, region: petition.region, rules: rules, work: work)
    }
  }

  /// One finding; places that no county's bureau answers for have nobody to be written to.
  func callAsFunction(
    _ finding: ReminderFinding, cause: ReminderCause, checkId: UUID? = nil, region: String, rules: PetitionRules,
    work: UnitOfWork
  ) async throws {
    guard let place = try? RegionCode(region), let above = rules.bureauAbove(place) else { return }
    var draft = try await LetterStore.draft(
      like: ReminderLetter(
        id: UUID(), cause: cause, checkId: checkId, fromUnit: above.unit, fromRegion: above.region.description,
        toUnit: rules.unit(for: place), toRegion: region, at: work.now), on: work.connection)
    guard draft.file.findings.count < ReminderLetter.largestCount else { return }
    draft.file.findings.append(finding)
    draft.updatedAt = work.now
    try await LetterStore.save(draft, on: work.connection)
  }
}
