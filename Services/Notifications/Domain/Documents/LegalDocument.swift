import Contracts
import FoundationEssentials

/// A legal document (公文) as it was issued: numbered, never changed, in two forms of the same words.
struct LegalDocument: Sendable, Equatable {
  /// Follows from the event and the document's code: a repeat is the same document.
  let id: UUID
  /// The kind, as the rule packs code it: `reminder-letter`.
  let code: String
  /// The document's number (文号).
  let number: String
  /// What it belongs to: the petition, letter or case.
  let subject: String
  let region: String
  let audience: MessageAudience
  /// The key of the addressee; nil where nobody is in the book.
  let addressee: String?
  let language: MessageLanguage
  let issuer: String
  let title: String
  let plain: String
  let html: String
  /// The rule packs whose words these are.
  let edition: String
  let cause: String
  let issuedAt: Date
  /// Its place in lists; 0 before it is stored.
  var entry: Int64 = 0

  static func id(cause: String, code: String, addressee: String) -> UUID {
    EventIdentity.uuidV5(namespace: EventIdentity.eventNamespace, parts: "document", cause, code, addressee)
  }
}
