import Contracts

/// Which assessments a list shows, the newest first.
struct LeniencyFilter: Sendable {
  /// Six-digit codes; a division covers those below it.
  var regions: [String]
  var subject: String?
  var penaltyNumber: String?
  var verdict: LeniencyVerdict?
  /// Whether a decision was made within it.
  var isDecided: Bool?
  /// The entry of the last line seen.
  var before: Int64?
  var limit = 50
}
