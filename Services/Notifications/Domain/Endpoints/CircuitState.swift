/// Where an endpoint's circuit stands.
enum CircuitState: String, Sendable {
  /// Deliveries go.
  case closed
  /// It failed too often in a row and is left alone.
  case open
  /// The next attempt is one alone, and decides.
  case halfOpen = "half-open"
}
