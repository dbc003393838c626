import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Takes complaints into the books: registers the new, knows repeats, keeps supplements.
///
/// A batch costs the same few statements whatever its size and whatever is stored: the insert itself finds repeats by
/// the two unique keys (source with external id, source with event id), so the common case looks nothing up.
struct ReceiveComplaints: Sendable {
  let rules: RuleBook
  let routing: RoutingBook
  let sealing: PetitionSealing
  let petitions: PetitionStore
  let repeats: ReceiveRepeats

  /// - Returns: one answer for each complaint, in order.
  func callAsFunction(_ incoming: [IncomingComplaint], work: UnitOfWork) async throws -> [IntakeAnswer] {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let drafting = Drafting(
      rules: rules, sealing: sealing, now: work.now, clocks: try rules.intakeClocks(from: work.now),
      routing: try routing.table(rules.rules),
      lookups: try await IntakeLookups(incoming, petitions: petitions, on: work.connection))
    let drafts = incoming.map(drafting.draft)
    let candidates = firsts(drafts)
    let entries = try await petitions.insert(candidates, on: work.connection)
    if !entries.isEmpty {
      // All petitions of a day share their due dates, so a few timers serve them.
      let channels = Set(candidates.map(\.petition.channel))
      let new = try await petitions.deadlines.begin(drafting.clocks.bases(of: channels), work: work)
      if new.contains(drafting.clocks.acceptance) {
        FindLongOpen.schedule(receivedAt: work.now, rules: rules, work: work)
      }
    }

    var answers = [IntakeAnswer?](repeating: nil, count: incoming.count)
    var vault: [VaultRow] = []
    var later: [Int] = []
    var registered: Set<UUID> = []
    var fresh: [Petition] = []
    for (index, draft) in drafts.enumerated() {
      switch draft {
      case .failure(let violation): answers[index] = .rejected(violation)
      case .success(let draft):
        guard draft.joins == nil, let entry = entries[draft.petition.id],
          registered.insert(draft.petition.id).inserted
        else {
          later.append(index)
          continue
        }
        let row = try sealing.row(draft, entry: entry)
        vault.append(row)
        announce(draft.petition, sealedContact: row.contact, incoming: incoming[index], work: work)
        fresh.append(draft.petition)
        answers[index] = .registered(draft.petition, draft.notices)
      }
    }
    try await VaultStore.insert(vault, on: work.connection)
    RelatePetitions.schedule(vault, work: work)
    if !fresh.isEmpty {
      try await work.connection.execute(FigureStore.receipt(of: fresh, on: ShanghaiTime.day(of: work.now)))
    }
    if !later.isEmpty {
      let found = try await repeats(
        later.compactMap { index in (try? drafts[index].get()).map { (incoming[index], $0) } }, work: work)
      for (index, answer) in zip(later, found) { answers[index] = answer }
    }
    return answers.compactMap { $0 }
  }

  /// The first of each petition and each event in the batch.
  private func firsts(_ drafts: [Result<PetitionDraft, ContractViolation>]) -> [PetitionDraft] {
    var ids: Set<UUID> = []
    var events: Set<UUID> = []
    ids.reserveCapacity(drafts.count)
    events.reserveCapacity(drafts.count)
    return drafts.compactMap { draft in
      guard case .success(let draft) = draft, draft.joins == nil, !ids.contains(draft.petition.id),
        events.insert(draft.petition.correlation).inserted
      else { return nil }
      ids.insert(draft.petition.id)
      return draft
    }
  }

  private func announce(_ petition: Petition, sealedContact: [UInt8]?, incoming: IncomingComplaint, work: UnitOfWork) {
    guard case .success(let complaint) = incoming.complaint else { return }
    let id = petition.correlation.lowercased
    let cause = Cause(id: id, correlation: id, traceParent: incoming.traceParent)
    var announced = petition
    announced.sequence = 0
    var events: [any EventPayload] = [
      PetitionReceived(
        petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: petition.receivedAt,
        channel: petition.channel, channelClass: petition.channel.intakeClass, category: petition.category,
        categories: complaint.categories, subjectKey: petition.subjectKey, occurredAt: complaint.occurredAt,
        secret: petition.isSecret ? true : nil,
        attachments: complaint.attachments.isEmpty ? nil : complaint.attachments.count,
        submitter: petition.particulars.supervisor == nil ? nil : .supervisor,
        visitors: petition.particulars.visitors, unit: petition.suggestedUnit,
        dueDates: petition.promisedAtReceipt)
    ]
    if let contact = petition.contact(1), let outcome = contact.outcome {
      events.append(petition.told(contact: 1, outcome: outcome, at: petition.receivedAt))
    }
    PetitionAnnouncements.emit(events, of: &announced, cause: cause, work: work)
    PetitionAnnouncements.ask(
      PetitionerMessage(
        contact: 1, template: "petition-received",
        parameters: [
          "petitionNumber": petition.number, "due": RFC3339.text(of: petition.decisionDue),
        ]), of: petition, sealedContact: sealedContact, cause: cause, work: work)
    work.record(
      AuditEntry(actor: petition.source, action: "petition.received", subject: petition.id.lowercased, cause: id))
  }
}
