/// Where a message stands, as its row has it.
enum MessageStatus: String, Sendable, CaseIterable {
  /// It waits for its time, or for its turn.
  case pending
  /// It waits for staff who deliver it by hand.
  case byHand = "by-hand"
  /// It is out of our hands, with proof.
  case delivered
  /// Nobody could be reached by any channel.
  case failed
}
