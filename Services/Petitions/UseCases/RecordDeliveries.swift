import Contracts
import FoundationEssentials
import Messaging

/// Records what became of the messages that make the three contacts, with their proof.
struct RecordDeliveries: Sendable {
  let petitions: PetitionStore

  /// - Throws: ``UnknownPetition`` for a message to the petitioner of none that is here.
  func callAsFunction(_ deliveries: [Delivery], work: UnitOfWork) async throws {
    guard !deliveries.isEmpty else { return }
    let locked = try await petitions.lock(ids: deliveries.map(\.petitionId), on: work.connection)
    var current = Dictionary(locked.map { ($0.petition.id, $0.petition) }, uniquingKeysWith: { first, _ in first })
    var changed: Set<UUID> = []
    var steps: [StepStore.Row] = []
    for delivery in deliveries {
      guard var petition = current[delivery.petitionId] else { throw UnknownPetition(id: delivery.petitionId) }
      guard let event = closed(delivery, on: &petition, at: work.now) else { continue }
      petition.updatedAt = work.now
      let cause = Cause(
        id: delivery.cause.id, correlation: petition.correlation.lowercased, traceParent: delivery.cause.traceParent)
      PetitionAnnouncements.emit([event], of: &petition, cause: cause, work: work)
      current[petition.id] = petition
      changed.insert(petition.id)
      steps.append(
        .init(entry: petition.entry, actor: "notifications", step: StepName.contact.rawValue, detail: event.json))
      work.record(
        AuditEntry(
          actor: "notifications", action: "petition.\(delivery.contact == 0 ? "notified" : "contacted")",
          subject: petition.id.lowercased, cause: cause.id))
    }
    try await petitions.save(current.values.filter { changed.contains($0.id) }, on: work.connection)
    try await StepStore.insert(steps, at: work.now, on: work.connection)
  }

  /// A contact, or a notice beside them.
  private func closed(_ delivery: Delivery, on petition: inout Petition, at now: Date) -> (any EventPayload)? {
    guard delivery.contact != 0 else {
      return petition.close(
        notice: delivery.messageId, outcome: delivery.outcome, channel: delivery.channel, attempts: delivery.attempts,
        proof: delivery.proof, at: now)
    }
    return petition.close(
      contact: delivery.contact, message: delivery.messageId, outcome: delivery.outcome, channel: delivery.channel,
      attempts: delivery.attempts, proof: delivery.proof, at: now)
  }
}
