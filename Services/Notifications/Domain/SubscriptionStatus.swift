/// Where an agency's subscription stands.
enum SubscriptionStatus: String, Sendable, CaseIterable {
  /// Asked for; nothing is delivered until somebody approves it.
  case requested
  /// Events are delivered.
  case approved
  /// Switched off, by staff or because the endpoint said that it is gone or failed for too long.
  case disabled
}
