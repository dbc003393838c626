public import Contracts

/// An event a use case emits: what it says; its id, time and tracing are added by the unit of work.
public struct OutboundEvent: Sendable {
  /// The logical topic; the prefix is added when it is published.
  public let topic: Topic
  /// The record's key: what must stay in order shares one.
  public let key: String
  public let type: EventType
  /// What the event is about: a petition id, a subject key, a case id.
  public let subject: String
  public let cause: Cause
  /// Per subject, from one, without gaps.
  public let sequence: Int64
  /// Attributes subscribers filter on: region, kind, colour.
  public let attributes: [CloudEventAttribute]
  public let data: JSON

  public init(
    topic: Topic, key: String, type: EventType, subject: String, cause: Cause, sequence: Int64,
    attributes: [CloudEventAttribute] = [], data: JSON
  ) {
    self.topic = topic
    self.key = key
    self.type = type
    self.subject = subject
    self.cause = cause
    self.sequence = sequence
    self.attributes = attributes
    self.data = data
  }
}
