import Contracts
import FoundationEssentials

/// An inspector on the register of those that can be drawn (执法检查人员名录库), known by the number of the certificate
/// (执法证号) alone.
struct Inspector: Sendable, Equatable {
  let number: String
  /// The region of the bureau.
  var region: String
  /// Subjects for which this inspector stands back (回避): kin, former employment, shares.
  var interests: [String]
  var isActive: Bool
  /// How often it was written.
  var version: Int64
  var updatedAt: Date
}
