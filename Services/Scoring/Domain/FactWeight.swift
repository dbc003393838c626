/// Which table of the rule packs prices the codes of a fact. A sender's own codes can never earn a bonus.
enum FactWeight: String, Sendable, CaseIterable {
  case deductions
  case bonuses
  /// Recorded without points.
  case none

  /// The key of the table; nil for ``none``.
  var table: String? { self == .none ? nil : "scoring.\(rawValue)" }
}
