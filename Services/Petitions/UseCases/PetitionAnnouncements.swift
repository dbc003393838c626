import Contracts
import FoundationEssentials
import Messaging

/// Puts what happened to petitions on the topics, each event with its number and the state that it leads to.
enum PetitionAnnouncements {
  /// Emits events of a petition, counts them, and records the state they lead to.
  /// - Parameter withState: false where they change nothing that the state says.
  static func emit(
    _ events: [any EventPayload], of petition: inout Petition, cause: Cause, withState: Bool = true, work: UnitOfWork
  ) {
    for event in events {
      petition.sequence += 1
      work.emit(outbound(event, on: .petitions, sequence: petition.sequence, cause: cause))
    }
    if withState { state(of: petition, cause: cause, work: work) }
    StatusStream.tell(events, of: petition, cause: cause, work: work)
  }

  /// Records the state alone, for a change that is nobody else's business or an operator's refill.
  static func state(of petition: Petition, cause: Cause, work: UnitOfWork) {
    work.emit(outbound(petition.state, on: .petitionStates, sequence: petition.sequence, cause: cause))
  }

  /// Asks notifications to make a contact or give a notice; nothing where nobody can be written to.
  static func ask(
    _ message: PetitionerMessage, of petition: Petition, sealedContact: [UInt8]?, cause: Cause, work: UnitOfWork
  ) {
    guard case .channels(let channels) = petition.reach, let sealedContact,
      let messageId = message.contact == 0
        ? petition.file.notices.last?.messageId : petition.contact(message.contact)?.messageId
    else { return }
    let request = PetitionerMessageRequested(
      messageId: messageId, petitionId: petition.id, contact: message.contact, template: message.template,
      channels: channels, sealedContact: sealedContact, parameters: message.parameters, region: petition.region)
    work.emit(outbound(request, on: .petitionerMessages, sequence: Int64(message.contact), cause: cause))
  }

  static func outbound(
    _ payload: some EventPayload, on topic: Topic, sequence: Int64, cause: Cause
  ) -> OutboundEvent {
    OutboundEvent(
      topic: topic, key: payload.recordKey, type: type(of: payload).type, subject: payload.recordKey, cause: cause,
      sequence: sequence, attributes: payload.filters, data: payload.json)
  }
}
