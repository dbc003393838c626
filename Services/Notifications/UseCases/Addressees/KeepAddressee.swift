import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Writes an entry of the addressee book.
struct KeepAddressee: Sendable {
  let vault: ContactVault

  /// - Parameters:
  ///   - contacts: nil leaves those that are there.
  ///   - authorise: throws when the caller may not change the entry as it stood before; nil for a new one.
  /// - Returns: the entry as it stands then.
  func callAsFunction(
    _ addressee: Addressee, contacts: AddresseeContacts?, by caller: Caller, work: UnitOfWork,
    authorise: (Addressee?) throws -> Void
  ) async throws -> Addressee {
    guard AddresseeKey.isValid(addressee.key, for: addressee.audience) else {
      throw NoticeError.addresseeKey(addressee.key, audience: addressee.audience)
    }
    let before = try await AddresseeStore.lock(addressee.key, on: work.connection)
    try authorise(before)
    var entry = addressee
    entry.version = (before?.version ?? 0) + 1
    entry.updatedAt = work.now
    entry.updatedBy = caller.subject
    let sealed = try contacts.map { try vault.seal($0, of: entry.key) }
    guard let saved = try await AddresseeStore.save(entry, contacts: sealed, on: work.connection) else {
      throw StoredValueError(table: "addressee", id: entry.key)
    }
    var detail = JSONObject()
    detail.set("audience", code: entry.audience)
    detail.set("region", entry.region)
    detail.set("contactsChanged", contacts != nil)
    work.record(
      AuditEntry(
        actor: caller.subject, action: before == nil ? "addressee.entered" : "addressee.changed", subject: entry.key,
        cause: caller.requestId, detail: JSON.object(detail).bytes))
    return saved
  }
}
