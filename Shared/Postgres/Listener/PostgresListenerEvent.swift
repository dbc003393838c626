/// What a listener yields.
public enum PostgresListenerEvent: Sendable, Equatable {
  /// Listening, for the first time or again: notifications may have been missed before this moment, so ask the
  /// database now for what they would have told.
  case connected
  /// Somebody's NOTIFY.
  case notification(channel: String, payload: String)
}
