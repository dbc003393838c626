internal import Contracts
public import FoundationEssentials

/// Something that must happen at a business instant, whatever is restarted in between.
public struct DurableTimer: Sendable, Equatable {
  /// Derived from kind and subject: setting the same timer again moves it.
  public let id: UUID
  /// What happens, in the service's own words: `petition.acceptance-due`.
  public let kind: String
  /// The case it belongs to.
  public let subject: String
  public let due: Date
  /// What the handler needs to know; no personal data.
  public let data: [UInt8]
  /// How often its effect has failed.
  let attempts: Int

  public init(kind: String, subject: String, due: Date, data: [UInt8] = []) {
    self.init(
      id: DurableTimer.id(kind: kind, subject: subject), kind: kind, subject: subject, due: due, data: data,
      attempts: 0)
  }

  init(id: UUID, kind: String, subject: String, due: Date, data: [UInt8], attempts: Int) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.due = due
    self.data = data
    self.attempts = attempts
  }

  /// The id of the timer of this kind and subject.
  public static func id(kind: String, subject: String) -> UUID {
    EventIdentity.uuidV5(namespace: EventIdentity.eventNamespace, parts: "timer", kind, subject)
  }
}
