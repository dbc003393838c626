import Civics
import Contracts
import FoundationEssentials

/// Turns complaints into drafts of petitions, under the rules and at the instant of one batch.
struct Drafting: Sendable {
  let rules: PetitionRules
  let sealing: PetitionSealing
  let now: Date
  let clocks: IntakeClocks
  private let bounds: ClockBounds
  private let day: CivilDate

  init(rules: PetitionRules, sealing: PetitionSealing, now: Date, clocks: IntakeClocks) {
    self.rules = rules
    self.sealing = sealing
    self.now = now
    self.clocks = clocks
    bounds = rules.clockBounds(at: now)
    day = ShanghaiTime.day(of: now)
  }

  func draft(_ incoming: IncomingComplaint) -> Result<PetitionDraft, ContractViolation> {
    switch incoming.complaint {
    case .failure(let violation): return .failure(violation)
    case .success(let complaint):
      do throws(ContractViolation) {
        return .success(try draft(complaint, incoming))
      } catch {
        return .failure(error)
      }
    }
  }

  private func draft(
    _ complaint: ComplaintSubmitted, _ incoming: IncomingComplaint
  ) throws(ContractViolation) -> PetitionDraft {
    let checked = try ComplaintCheck.check(complaint, time: incoming.time, now: now, bounds: bounds)
    let id = EventIdentity.petition(source: incoming.source, externalId: complaint.externalId)
    var petition = Petition(
      id: id, entry: 0, number: PetitionNumber(id: id, region: checked.region, received: day).text,
      source: incoming.source, externalId: complaint.externalId,
      correlation: EventIdentity.cause(source: incoming.source, id: incoming.eventId), region: complaint.region,
      channel: complaint.channel, category: complaint.category, subjectKey: checked.subject?.description,
      isSecret: complaint.secret ?? false,
      reach: Reach(reporter: complaint.reporter, wantsReply: complaint.wantsReply), receivedAt: now,
      suggestedUnit: rules.unit(for: checked.region), status: .received, sequence: 1, supplements: 0,
      acceptance: Deadline(basis: clocks.acceptance, start: now), conclusion: nil,
      clocks: clocks.clocks(of: complaint.channel, from: now), file: CaseFile(), updatedAt: now)
    if petition.openFirstContact() != nil { petition.sequence = 2 }
    let canonical = CanonicalComplaint.bytes(complaint)
    return PetitionDraft(
      petition: petition, content: sealing.contentHash(canonical), canonical: canonical, complaint: complaint,
      eventId: incoming.eventId)
  }
}
