/// The data of one event type.
///
/// Payloads hold codes, ids, instants and regions. Identities and the complainant's words stand in `ComplaintSubmitted`
/// alone, which only `petitions` reads; contact data leave it as ciphertext.
public protocol EventPayload: JSONConvertible {
  /// The type, with its version.
  static var type: EventType { get }

  /// The key of the record and the subject of the event: what must stay in order shares it.
  var recordKey: String { get }

  /// The attributes that subscribers filter on.
  var filters: [CloudEventAttribute] { get }
}

extension EventPayload {
  public var filters: [CloudEventAttribute] { [] }
}
