import Civics
import Contracts
import FoundationEssentials

/// Turns complaints into drafts of petitions, under the rules and at the instant of one batch.
struct Drafting: Sendable {
  let rules: PetitionRules
  let sealing: PetitionSealing
  let now: Date
  let clocks: IntakeClocks
  let routing: RoutingTable
  let lookups: IntakeLookups
  private let bounds: ClockBounds
  private let day: CivilDate
  private let likeness: Likeness
  private let representatives: Int?

  init(
    rules: PetitionRules, sealing: PetitionSealing, now: Date, clocks: IntakeClocks, routing: RoutingTable,
    lookups: IntakeLookups
  ) {
    self.rules = rules
    self.sealing = sealing
    self.now = now
    self.clocks = clocks
    self.routing = routing
    self.lookups = lookups
    bounds = rules.clockBounds(at: now)
    day = ShanghaiTime.day(of: now)
    likeness = rules.likeness
    representatives = rules.representatives
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

  /// What only registers and rules can say against a complaint of the right shape.
  @discardableResult
  func check(_ complaint: ComplaintSubmitted, time: Date?) throws(ContractViolation) -> ComplaintCheck.Result {
    try ComplaintCheck.check(complaint, time: time, now: now, bounds: bounds, representatives: representatives)
  }

  private func draft(
    _ complaint: ComplaintSubmitted, _ incoming: IncomingComplaint
  ) throws(ContractViolation) -> PetitionDraft {
    let checked = try check(complaint, time: incoming.time)
    let id = EventIdentity.petition(source: incoming.source, externalId: complaint.externalId)
    let place = RoutingPlace(region: checked.region, area: complaint.place?.area, grid: complaint.place?.grid)
    let route = routing.route(place, complaint.category)
    var petition = Petition(
      id: id, entry: 0, number: PetitionNumber(id: id, region: checked.region, received: day).text,
      source: incoming.source, externalId: complaint.externalId,
      correlation: EventIdentity.cause(source: incoming.source, id: incoming.eventId), region: complaint.region,
      channel: complaint.channel, category: complaint.category, subjectKey: checked.subject?.description,
      isSecret: complaint.secret ?? false,
      reach: Reach(reporter: complaint.contactPerson, wantsReply: complaint.wantsReply), receivedAt: now,
      suggestedUnit: route.unit, status: .received, sequence: 1, supplements: 0,
      acceptance: Deadline(basis: clocks.acceptance, start: now), conclusion: nil,
      clocks: clocks.clocks(of: complaint.channel, from: now), file: CaseFile(), updatedAt: now)
    let supervisor = complaint.supervisor.flatMap { lookups.supervisors.contains($0) ? $0 : nil }
    petition.particulars = Particulars(
      area: place.area, grid: place.grid, visitors: complaint.visit?.visitors, supervisor: supervisor)
    if petition.openFirstContact() != nil { petition.sequence = 2 }
    let joins = lookups.petition(of: complaint)
    var notices: [ReceiptNotice] = []
    if complaint.supervisor != nil, supervisor == nil { notices.append(.supervisorUnknown) }
    if complaint.addsTo != nil, joins == nil { notices.append(.petitionUnknown) }
    if route.isFallback { notices.append(.routedToFallback) }
    let canonical = CanonicalComplaint.bytes(complaint)
    let traits = ComplaintTraits(complaint, subject: checked.subject, likeness: likeness)
    return PetitionDraft(
      petition: petition, content: sealing.contentHash(canonical), canonical: canonical, complaint: complaint,
      eventId: incoming.eventId, traits: sealing.traits(traits), joins: joins, notices: notices)
  }
}
