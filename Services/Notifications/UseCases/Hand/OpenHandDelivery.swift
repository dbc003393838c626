import Contracts
import FoundationEssentials
import Messaging

/// Shows whoever took a delivery by hand whom to call and what to say; opened in memory for this answer alone, and on
/// record in the audit trail.
struct OpenHandDelivery: Sendable {
  /// What is shown. Holds personal data: never logged, never stored.
  struct Sheet: Sendable {
    let delivery: HandDelivery
    let name: String?
    let address: String
    let content: RenderedMessage
  }

  let open: OpenContact
  let directory: any ContactDirectory
  let renderer: MessageRenderer

  /// - Parameter authorise: throws when the caller may not see it.
  /// - Returns: nil when no such delivery waits.
  /// - Throws: `MessageError.notTaken` when the caller did not take it, `unreadable` when a key is missing.
  func callAsFunction(
    _ id: UUID, by caller: Caller, work: UnitOfWork, authorise: (HandDelivery) throws -> Void
  ) async throws -> Sheet? {
    guard let delivery = try await HandDeliveryStore.find(id, on: work.connection) else { return nil }
    try authorise(delivery)
    guard let (row, standing) = try await MessageStore.standing(of: id, on: work.connection) else { return nil }
    guard standing.isInHands(of: caller.subject, at: Date()) else { throw MessageError.notTaken }
    let cards = try await cards(row.draft, work)
    let contact: ContactCard
    do throws(OpenContact.Failure) {
      contact = try open(row.draft, card: row.draft.addressee.flatMap { cards[$0] })
    } catch {
      throw MessageError.unreadable(error.word)
    }
    guard let address = contact.address(by: delivery.channel),
      let content = renderer.render(row.draft, by: delivery.channel, for: contact)
    else { throw MessageError.unreadable("no-address") }
    work.record(
      AuditEntry(
        actor: caller.subject, action: "hand-delivery.opened", subject: id.lowercased, cause: caller.requestId))
    return Sheet(delivery: delivery, name: contact.name, address: address, content: content)
  }

  private func cards(_ draft: MessageDraft, _ work: UnitOfWork) async throws -> [String: ContactCard] {
    guard draft.sealed == nil, let addressee = draft.addressee else { return [:] }
    return try await directory.cards(of: [addressee], on: work.connection)
  }
}
