/// How busy the workers may be.
struct Pace: Sendable {
  /// The most endpoints visited at once. One that is slow holds one place.
  var endpoints = 64
  /// The most deliveries of one visit, before others have their turn.
  var visit = 128
  /// The most deliveries of a visit that are written down at once.
  var group = 32
  /// The most messages to petitioners taken at once.
  var messages = 100
  /// How often somebody looks whether there is something to do.
  var interval = Duration.milliseconds(100)
}
