import Civics
import Contracts
import FoundationEssentials

/// A unit on the register of those that can be drawn for inspection (检查对象名录库), as staff keep it.
struct SupervisedUnit: Sendable, Equatable {
  let subject: String
  var region: String
  /// Key or general; who is special follows from the record.
  var inspectionClass: InspectionClass
  /// Classes and performance grades as the rule packs write them: `ABOVE_SCALE`, `PERFORMANCE_B`, `FRONT_RUNNER`.
  var groups: [String]
  /// Trades that the positive list knows.
  var trades: [String]
  /// What it emits on an ordinary day, in grams; nil where nobody has said.
  var dailyEmission: Int64?
  /// False for a unit that was closed or moved away: it is drawn no more.
  var isActive: Bool
  /// How often it was written.
  var version: Int64
  /// The order in which units were registered.
  var entry: Int64
  var updatedAt: Date
}
