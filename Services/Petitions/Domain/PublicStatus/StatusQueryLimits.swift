/// How often the public query may be asked.
struct StatusQueryLimits: Sendable {
  /// Wrong codes for one number within its window; a code has forty bits.
  var perNumber = 10
  var numberWindow: Duration = .seconds(3600)
  /// Questions from one address within its window.
  var perAddress = 30
  var addressWindow: Duration = .seconds(60)
}
