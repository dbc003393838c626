import Contracts
import FoundationEssentials
import Messaging

/// Records on petitions what became of them in scoring and compensation. Told on by the state alone: the news is the
/// other service's, and its own event is there for whoever wants it.
struct RecordOutcomes: Sendable {
  let petitions: PetitionStore

  func callAsFunction(_ outcomes: [ToldOutcome], work: UnitOfWork) async throws {
    guard !outcomes.isEmpty else { return }
    let locked = try await petitions.lock(
      ids: outcomes.compactMap(\.petitionId), events: outcomes.compactMap(\.root), on: work.connection)
    var current = Dictionary(locked.map { ($0.petition.id, $0.petition) }, uniquingKeysWith: { first, _ in first })
    let byRoot = Dictionary(locked.map { ($0.petition.correlation, $0.petition.id) }, uniquingKeysWith: { $1 })
    var changed: Set<UUID> = []
    for told in outcomes {
      guard let id = told.petitionId ?? told.root.flatMap({ byRoot[$0] }), var petition = current[id],
        !petition.file.outcomes.contains(where: { $0.eventId == told.outcome.eventId })
      else { continue }
      petition.file.outcomes.append(told.outcome)
      petition.updatedAt = work.now
      current[id] = petition
      changed.insert(id)
      PetitionAnnouncements.state(
        of: petition,
        cause: Cause(
          id: told.cause.id, correlation: petition.correlation.lowercased, traceParent: told.cause.traceParent),
        work: work)
      work.record(
        AuditEntry(
          actor: "petitions", action: "petition.outcome", subject: id.lowercased, cause: told.cause.id))
    }
    try await petitions.save(current.values.filter { changed.contains($0.id) }, on: work.connection)
  }
}
