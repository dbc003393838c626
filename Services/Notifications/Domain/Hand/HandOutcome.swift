/// What came of a delivery by a member of staff.
enum HandOutcome: String, Sendable, CaseIterable {
  /// The addressee was told, or has the document.
  case reached
  /// Nobody answered, nobody was there: it is tried again.
  case notReached = "not-reached"
  /// The number or address is wrong: not by this channel.
  case unusable
  /// The person wants no contact: not by any channel.
  case declined
}
