/// Why something asked of notifications cannot be done.
enum NotificationError: Error, Sendable, Equatable {
  /// The URL of an endpoint is not acceptable, because …
  case url(String)
  /// No such type of event, and none that begins so.
  case unknownType(String)
  /// What is asked does not fit where the subscription stands.
  case outOfTurn(String, status: SubscriptionStatus)
  /// A filter is not taken.
  case filter(FilterRefusal)
}
