import Contracts
import Messaging

/// What `petitions` asks to be told to petitioners.
struct MessageRequests: Sendable {
  let prefix: TopicPrefix
  let take: TakeMessages
  let policy: @Sendable () throws -> MessagePolicy
  let timing: @Sendable () -> NoticeTiming

  var subscription: Subscription {
    Subscription(
      topic: prefix.name(of: .petitionerMessages), types: [.petitionerMessageRequested], unknownTypes: .refused
    ) { messages, work in
      let policy = try policy()
      let timing = timing()
      var drafts: [MessageDraft] = []
      for message in messages {
        do throws(ContractViolation) {
          var draft = try MessageRequests.draft(message, policy: policy)
          draft.notBefore = timing.notBefore(work.now, urgency: draft.urgency, channels: draft.channels)
          drafts.append(draft)
        } catch {
          try work.refuse(message.record, orderingKey: message.orderingKey, because: error)
        }
      }
      try await take(drafts, work: work)
    }
  }

  /// The message that is asked for; its channels in the order of the rules.
  static func draft(_ message: InboundMessage, policy: MessagePolicy) throws(ContractViolation) -> MessageDraft {
    let request = try message.event.decode(PetitionerMessageRequested.self)
    var draft = MessageDraft(
      id: request.messageId, subject: request.petitionId.lowercased, audience: .petitioner,
      template: request.template, channels: policy.order(request.channels), region: request.region,
      cause: message.cause)
    draft.petitionId = request.petitionId
    draft.contact = request.contact
    draft.sealed = request.sealedContact
    draft.language = MessageLanguage(parameters: request.parameters)
    for (name, value) in request.parameters.sorted(by: { $0.key < $1.key }) { draft.words.set(name, value) }
    draft.expiresAt = request.expiresAt
    // The three contacts are steps that the law asks for; what is told beside them is not.
    draft.urgency = request.contact == 0 ? .ordinary : .legal
    return draft
  }
}
