import Contracts
import FoundationEssentials

/// Which entries of the ledger a list shows, by when they were established.
struct FactFilter: Sendable {
  /// Six-digit codes; a division covers those below it.
  var regions: [String]
  var subject: String?
  /// Any of these; empty means all.
  var origins: [FactOrigin] = []
  /// In the form of ``FactCode``.
  var code: String?
  var source: String?
  /// The case of a penalty or transfer.
  var penaltyNumber: String?
  var establishedFrom: Date?
  var establishedBefore: Date?
  var isNewestFirst = true
  var after: ListMark?
  var limit = 50

  init(regions: [String], limit: Int = 50) {
    self.regions = regions
    self.limit = limit
  }
}
