import Contracts
import FoundationEssentials
import Messaging

/// Takes in complaints whose external id or event id is known, and those that name the petition they add to: the same
/// content again is a duplicate, other content is kept as a supplement for staff to look at.
struct ReceiveRepeats: Sendable {
  let sealing: PetitionSealing
  let petitions: PetitionStore

  /// - Returns: one answer for each complaint, in order.
  func callAsFunction(
    _ repeats: [(incoming: IncomingComplaint, draft: PetitionDraft)], work: UnitOfWork
  ) async throws -> [IntakeAnswer] {
    let locked = try await petitions.lock(
      ids: repeats.map { $0.draft.joins ?? $0.draft.petition.id }, events: repeats.map(\.draft.petition.correlation),
      on: work.connection)
    var current = Dictionary(locked.map { ($0.petition.id, $0.petition) }, uniquingKeysWith: { first, _ in first })
    let byEvent = Dictionary(locked.map { ($0.petition.correlation, $0.petition.id) }, uniquingKeysWith: { $1 })
    var contents = try await SupplementStore.contents(
      of: locked.map(\.petition.id), among: repeats.map(\.draft.content), on: work.connection)
    for (petition, content) in locked { contents[petition.id, default: []].insert(content) }

    var verdicts: [(id: UUID, isSupplement: Bool)] = []
    var rows: [SupplementStore.Row] = []
    for (incoming, draft) in repeats {
      // The petition named, else that of the external id, else the one that came with this event.
      let own = current[draft.joins ?? draft.petition.id].map { $0.id }
      guard let id = own ?? byEvent[draft.petition.correlation], var petition = current[id] else {
        throw LostPetition(id: draft.petition.id)
      }
      let isSupplement = contents[id, default: []].insert(draft.content).inserted
      verdicts.append((id, isSupplement))
      guard isSupplement else { continue }
      petition.supplements += 1
      if draft.joins != nil { petition.follow(source: incoming.source, externalId: draft.petition.externalId) }
      petition.updatedAt = work.now
      // Material that names its petition need not say everything again.
      let saysOther = draft.joins == nil || draft.petition.subjectKey != nil
      let contradicts =
        own == nil || petition.region != draft.petition.region
        || petition.category != draft.petition.category
        || saysOther && petition.subjectKey != draft.petition.subjectKey
      rows.append(
        SupplementStore.Row(
          petition: id, number: petition.supplements, content: draft.content, source: incoming.source,
          externalId: draft.petition.externalId, eventId: draft.eventId, channel: draft.petition.channel.rawValue,
          contradicts: contradicts, complaint: try sealing.seal(draft.canonical, petition: id),
          hotline: draft.complaint.reporter?.sealed))
      announce(draft, contradicts: contradicts, incoming: incoming, on: &petition, work: work)
      current[id] = petition
    }
    try await SupplementStore.insert(rows, receivedAt: work.now, on: work.connection)
    let changed = Set(rows.map(\.petition))
    try await petitions.save(current.values.filter { changed.contains($0.id) }, on: work.connection)
    return try await answers(verdicts, current, work: work)
  }

  private func announce(
    _ draft: PetitionDraft, contradicts: Bool, incoming: IncomingComplaint, on petition: inout Petition,
    work: UnitOfWork
  ) {
    let cause = Cause(
      id: incoming.submission.lowercased, correlation: petition.correlation.lowercased,
      traceParent: incoming.traceParent)
    let attachments = draft.complaint.attachments.count
    PetitionAnnouncements.emit(
      [
        PetitionSupplemented(
          petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: work.now,
          supplement: petition.supplements, channel: draft.petition.channel, contradicts: contradicts ? true : nil,
          attachments: attachments == 0 ? nil : attachments)
      ], of: &petition, cause: cause, work: work)
    work.record(
      AuditEntry(
        actor: incoming.source, action: "petition.supplemented", subject: petition.id.lowercased, cause: cause.id))
  }

  /// Numbers the receipts: each petition counts those given for it.
  private func answers(
    _ verdicts: [(id: UUID, isSupplement: Bool)], _ current: [UUID: Petition], work: UnitOfWork
  ) async throws -> [IntakeAnswer] {
    let counts = verdicts.reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
    let last = try await petitions.countReceipts(counts, on: work.connection)
    var next = last.mapValues { $0 }
    for (id, count) in counts { next[id] = (last[id] ?? 0) - Int64(count) }
    return try verdicts.map { verdict in
      guard let petition = current[verdict.id] else { throw LostPetition(id: verdict.id) }
      next[verdict.id, default: 0] += 1
      let receipt = next[verdict.id, default: 0]
      return verdict.isSupplement ? .supplement(petition, receipt: receipt) : .duplicate(petition, receipt: receipt)
    }
  }
}
