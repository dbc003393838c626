import FoundationEssentials

/// Why a decision about the positive list cannot be taken.
enum ListingError: Error, Equatable {
  /// It was decided before.
  case notOpen
  /// Conditions of entry are not met.
  case unmet([String])
  /// A removal for malicious violations bars it.
  case barred(until: Date)
  /// The subject has an open recommendation or entry.
  case openAlready
  /// It has not studied the law and passed the examination, or that counts no longer.
  case notStudied
  /// A code that staff may not confirm.
  case foreignCode(String)
}
