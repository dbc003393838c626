import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Writes findings that staff made themselves into the draft for a county's bureau (不定期下发).
struct WriteLetter: Sendable {
  let rules: RuleBook

  /// - Parameters:
  ///   - authorise: throws when the caller may not write for this region.
  /// - Returns: the draft, with what was gathered before.
  func callAsFunction(
    _ findings: [ReminderFinding], to region: String, by caller: Caller, work: UnitOfWork,
    authorise: (String) throws -> Void
  ) async throws -> ReminderLetter {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    guard let place = try? RegionCode(region), let above = rules.bureauAbove(place) else {
      throw LetterError.noAddressee(region: region)
    }
    try authorise(above.region.description)
    let known = try await FindingCheck.completed(findings, in: region, on: work.connection)
    var draft = try await LetterStore.draft(
      like: ReminderLetter(
        id: UUID(), cause: .other, fromUnit: above.unit, fromRegion: above.region.description,
        toUnit: rules.unit(for: place), toRegion: region, at: work.now), on: work.connection)
    draft.file.findings = Array((draft.file.findings + known).prefix(ReminderLetter.largestCount))
    draft.updatedAt = work.now
    try await LetterStore.save(draft, on: work.connection)
    draft.version += 1
    work.record(
      AuditEntry(
        actor: caller.subject, action: "reminder-letter.drafted", subject: draft.id.lowercased, cause: caller.requestId)
    )
    return draft
  }
}
