/// How many enterprises are insured in a county (环境污染强制责任保险区域覆盖).
struct CoverCount: Sendable, Equatable {
  /// GB/T 2260.
  let region: String
  /// Enterprises with a policy in force.
  let insured: Int64
}
