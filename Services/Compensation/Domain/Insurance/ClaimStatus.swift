/// Where a claim stands.
enum ClaimStatus: String, Sendable, CaseIterable {
  /// The insurer knows of it; its conditions are not all met.
  case filed
  /// All conditions are met: the insurer's period runs, or has run out.
  case due
  case paid
  case withdrawn

  /// Whether the insurer still owes something.
  var isOpen: Bool { self == .filed || self == .due }
}
