import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Sealing

/// Finds the petitions of one telephone number or e-mail address, by their keyed hash alone: those of the complainant and,
/// of a visit, of all who spoke for it. A petition is found a second or two after it came in. Who asked for what reason goes
/// into the audit trail, what was asked for does not.
struct SearchByContact: Sendable {
  /// What is searched for, in the form in which it is hashed.
  struct Wanted: Sendable {
    enum Kind: String, Sendable {
      case phone
      case email
    }

    let kind: Kind
    let form: String

    /// - Returns: nil when nothing is left of it in that form.
    init?(_ kind: Kind, _ written: String) {
      guard let form = kind == .phone ? ContactForm.phone(written) : ContactForm.email(written) else { return nil }
      self.kind = kind
      self.form = form
    }
  }

  static let limit = 50

  let petitions: PetitionStore
  let hasher: SearchHasher

  /// - Parameter regions: the caller's own; petitions elsewhere are not found.
  /// - Returns: the newest first, at most ``limit``.
  func callAsFunction(
    _ wanted: Wanted, in regions: [String], reason: String, by caller: Caller, work: UnitOfWork
  ) async throws -> [Petition] {
    let entries = try await TraitStore.sharing(
      [Trait(.person, hash: hasher.hash(wanted.form))], limit: 10 * SearchByContact.limit, on: work.connection
    ).map(\.entry)
    let found = try await petitions.read(
      """
      entry = any(\(entries)) and region like any(\(regions.map(PetitionListing.pattern)))
      order by entry desc limit \(SearchByContact.limit)
      """, on: work.connection
    ).map(\.petition)
    var detail = JSONObject()
    detail.set("by", code: wanted.kind)
    detail.set("reason", reason)
    detail.set("found", found.count)
    detail.set("request", caller.requestId)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "petition.searched-by-contact", subject: wanted.kind.rawValue,
        cause: caller.requestId, detail: JSON.object(detail).bytes))
    return found
  }
}
