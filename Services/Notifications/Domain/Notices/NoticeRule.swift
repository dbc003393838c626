import Contracts

/// Whom an event is told to, how, and in which words: a row of the rule packs.
struct NoticeRule: Sendable {
  /// Where the rule packs have it, for messages of staff.
  let key: String
  let audience: MessageAudience
  let addressee: AddresseeChoice
  /// The template's code.
  let template: String
  /// In the order in which they are tried.
  let channels: [ContactChannel]
  let urgency: MessageUrgency
  /// Whether the event is one that is told; nil for every one.
  let condition: NoticeCondition?
  let wantsAcknowledgement: Bool
  /// The document that goes with it, by its code.
  let document: String?
  /// Whether it waits for the addressee's digest.
  let isGathered: Bool
  /// The same is not told again within this time of the same subject.
  let once: Duration?
  /// After this it makes no sense any more.
  let expires: Duration?
}
