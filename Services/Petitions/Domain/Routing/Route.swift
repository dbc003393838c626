/// Where a petition goes, and why.
struct Route: Hashable, Sendable {
  /// The unit's code.
  let unit: String
  /// The unit's name for people; nil for the fallback.
  let name: String?
  /// The row that fits, such as `area 360402001, water`; nil when none does.
  let matched: String?

  /// Whether no row fits, so that the named fallback has it.
  var isFallback: Bool { matched == nil }
}
