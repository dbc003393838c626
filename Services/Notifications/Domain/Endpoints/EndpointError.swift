/// Why something asked of an endpoint cannot be done.
enum EndpointError: Error, Sendable, Equatable {
  /// It does not say that it wants our events, because …
  case notVerified(String)
  /// It has so many keys that sign already.
  case tooManyKeys(limit: Int)
  /// The last key that signs cannot end.
  case lastKey
  /// So many of its replays run already.
  case tooManyReplays(limit: Int)
  /// What is older than so many days is kept nowhere.
  case replayTooOld(days: Int)
  /// A delivery that still waits is not sent again.
  case stillPending
  /// It was tried by hand a moment ago.
  case triedJustNow(seconds: Int)
  /// Nothing is sent to it as long as it is not approved.
  case notApproved(SubscriptionStatus)
}
