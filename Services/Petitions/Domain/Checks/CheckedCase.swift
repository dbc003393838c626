import FoundationEssentials

/// One case of a month's sample, and what was found on the spot.
struct CheckedCase: Sendable, Equatable {
  /// Its place in the draw, from 1.
  let rank: Int
  let petitionId: UUID
  let petitionNumber: String
  let region: String
  /// Nil until it was looked at.
  var passed: Bool?
  var checkedAt: Date?
  var checkedBy: String?
  var unit: String?
  var summary: String?
}
