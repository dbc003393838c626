import Contracts

/// A petition under one heading of the digests of all bureaus.
struct DigestEntry: Sendable, Equatable {
  /// The headings.
  enum Heading: String, Sendable, CaseIterable {
    case new
    case dueSoon
    case overdue
    case reopened
  }

  let heading: Heading
  /// The division whose bureau has the case.
  let region: String
  /// How many there are under this heading for this division in all.
  let count: Int
  let line: DigestLine
}
