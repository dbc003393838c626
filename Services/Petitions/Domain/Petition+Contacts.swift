import Contracts
import FoundationEssentials

extension Petition {
  /// Opens a contact: asks for the message, or records at once why there is none to send.
  /// - Returns: the event that tells of a contact lawfully spared.
  mutating func open(contact number: Int, at now: Date) -> PetitionContacted? {
    file.contacts.removeAll { $0.number == number }
    var contact = Contact(number: number)
    switch reach {
    case .channels:
      contact.messageId = Petition.messageId(petition: id, contact: number, round: UInt64(sequence))
      contact.requestedAt = now
    case .sealed: break
    case .declined, .nowhere:
      contact.outcome = reach.exemption
      contact.at = now
    }
    file.contacts.append(contact)
    return contact.outcome.map { told(contact: number, outcome: $0, at: now) }
  }

  /// Records what became of the message of a contact.
  /// - Returns: the event; nil for a message that is not the contact's present one, or a contact already done.
  mutating func close(
    contact number: Int, message: UUID, outcome: ContactOutcome, channel: ContactChannel, attempts: Int,
    proof: String?, at now: Date
  ) -> PetitionContacted? {
    guard let index = file.contacts.lastIndex(where: { $0.number == number }),
      file.contacts[index].messageId == message, !file.contacts[index].isDone
    else { return nil }
    file.contacts[index].outcome = outcome
    file.contacts[index].at = now
    file.contacts[index].channel = channel
    file.contacts[index].attempts = attempts
    file.contacts[index].proof = proof
    var event = told(contact: number, outcome: outcome, at: now)
    event.channel = channel
    event.attempts = attempts
    event.messageId = message
    return event
  }

  func told(contact number: Int, outcome: ContactOutcome, at now: Date) -> PetitionContacted {
    PetitionContacted(
      petitionId: id, petitionNumber: self.number, region: region, at: now, contact: number, outcome: outcome)
  }

  /// The id of a message: each time a contact is opened anew it is another.
  static func messageId(petition: UUID, contact: Int, round: UInt64) -> UUID {
    EventIdentity.uuidV5(
      namespace: EventIdentity.causeNamespace, parts: "petitioner-message", petition.lowercased, String(contact),
      String(round))
  }
}

extension Petition {
  /// The contact of receipt, as it stands in every petition that came in: asked for, spared or left to staff. It
  /// follows from the row and is stored with the first change only.
  /// - Returns: the event that tells of a contact lawfully spared.
  @discardableResult
  mutating func openFirstContact() -> PetitionContacted? {
    var opened = self
    opened.sequence = 1
    let event = opened.open(contact: 1, at: receivedAt)
    file.contacts = opened.file.contacts
    return event
  }
}
