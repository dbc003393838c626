/// How the receiver of a message said that it arrived.
public enum AcknowledgementKind: String, Sendable, CaseIterable {
  /// Confirmed in the inbox.
  case inbox
  /// The signed proof of service (送达回证).
  case deliveryNote = "delivery-note"
  /// An answer by the channel it came by.
  case reply
  /// Said to staff, on the telephone or on the spot.
  case spoken
}
