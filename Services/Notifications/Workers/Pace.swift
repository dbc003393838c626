/// How busy the workers may be.
struct Pace: Sendable {
  /// The most endpoints visited at once that answer quickly; a quarter as many of those that do not, beside them.
  var endpoints = 64
  /// The most deliveries of one visit, before others have their turn.
  var visit = 128
  /// The most messages to petitioners taken at once.
  var messages = 100
  /// How often somebody looks whether there is something to do.
  var interval = Duration.milliseconds(100)
}
