/// Why a message could not be delivered.
public enum DeliveryFailure: String, Sendable, CaseIterable {
  /// There is nothing to reach the person by.
  case noContactData = "no-contact-data"
  /// The sealed contact data cannot be opened.
  case unreadable
  /// The provider or the receiver refused it.
  case rejected
  /// Nobody answered within all attempts.
  case unreachable
  /// Its time was over.
  case expired
  /// The person wants no contact.
  case declined
}
