import Contracts
import FoundationEssentials
import Messaging

/// Shows staff how an addressee is reached; who looked is on record.
struct ShowContacts: Sendable {
  let vault: ContactVault

  func callAsFunction(_ key: String, by caller: Caller, work: UnitOfWork) async throws -> AddresseeContacts {
    let found = try await AddresseeStore.contacts(of: [key], on: work.connection).first
    let contacts = try found?.sealed.map { try vault.open($0, of: key) } ?? AddresseeContacts()
    work.record(
      AuditEntry(actor: caller.subject, action: "addressee.contacts-shown", subject: key, cause: caller.requestId))
    return contacts
  }
}
