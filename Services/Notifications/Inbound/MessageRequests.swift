import Contracts
import Messaging

/// What `petitions` asks to be told to petitioners.
struct MessageRequests: Sendable {
  let prefix: TopicPrefix
  let take: TakeMessages

  var subscription: Subscription {
    Subscription(
      topic: prefix.name(of: .petitionerMessages), types: [.petitionerMessageRequested], unknownTypes: .refused
    ) { messages, work in
      var rows: [MessageRow] = []
      for message in messages {
        do throws(ContractViolation) {
          rows.append(try MessageRequests.row(message))
        } catch {
          try work.refuse(message.record, orderingKey: message.orderingKey, because: error)
        }
      }
      try await take(rows, work: work)
    }
  }

  static func row(_ message: InboundMessage) throws(ContractViolation) -> MessageRow {
    let request = try message.event.decode(PetitionerMessageRequested.self)
    return MessageRow(
      id: request.messageId, petitionId: request.petitionId, contact: request.contact, template: request.template,
      channels: request.channels, parameters: request.parameters, region: request.region,
      expiresAt: request.expiresAt, sealed: request.sealedContact, cause: message.cause)
  }
}
