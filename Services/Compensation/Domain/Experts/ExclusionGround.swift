/// Why an expert stands back before a draw (回避).
enum ExclusionGround: String, Sendable, CaseIterable {
  /// The obligor employs the expert.
  case employed
  /// The register has an interest of the expert in the obligor.
  case interest
  /// A party or the expert declared an interest.
  case declared
}
