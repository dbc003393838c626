import Contracts
import FoundationEssentials
import Sealing

/// Opens the contact of one message in memory: the sealed card that came with it, or what the addressee book says.
struct OpenContact: Sendable {
  /// Why it cannot be opened; says nothing of what is inside.
  struct Failure: Error {
    let word: String
    /// Whether it may be a mistake of deployment.
    let mayPass: Bool
  }

  let opener: Opener

  /// What `petitions` sealed the contact data of a petition with.
  static func context(_ petition: UUID) -> [UInt8] {
    SealingContext.of("petitioner-message", petition.lowercased)
  }

  /// - Parameter card: from the addressee book.
  /// - Returns: an empty card for an addressee that nobody knows.
  func callAsFunction(_ draft: MessageDraft, card: ContactCard?) throws(Failure) -> ContactCard {
    guard let sealed = draft.sealed else { return card ?? ContactCard() }
    guard let petition = draft.petitionId else { throw Failure(word: "contact-without-petition", mayPass: false) }
    do {
      let bytes = try opener.open(sealed, context: OpenContact.context(petition))
      return try ContactCard(fields: JSONFields(try JSON(parsing: bytes), path: "contact"))
    } catch {
      let code = (error as? SealingError)?.code
      throw Failure(word: code?.rawValue ?? "contact-malformed", mayPass: code == .notForUs)
    }
  }
}
