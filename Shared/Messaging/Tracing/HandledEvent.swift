internal import Contracts

/// An event as log lines and spans name it: by what identifies it, never by what may identify a person.
public struct HandledEvent: Sendable {
  private let event: CloudEvent

  /// Costs nothing until it is asked for something.
  init(_ event: CloudEvent) {
    self.event = event
  }

  /// Its id as causes have it: for an outsider's event the one derived from it, since outsiders choose ids freely.
  public var id: String { Cause(event).id }

  /// The hash of its subject; nil without one, and for an outsider's event, whose subject may be so short that a hash
  /// gives it away.
  public var subjectHash: String? { event.isOurs ? event.subject.map(SubjectHash.text(of:)) : nil }
}
