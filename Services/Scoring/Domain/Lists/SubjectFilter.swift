import Contracts
import FoundationEssentials

/// Which subjects a list shows, and in what order.
struct SubjectFilter: Sendable {
  /// Six-digit codes; a division covers those below it. Nobody sees subjects outside the own regions.
  var regions: [String]
  /// Any of these; empty means all. The same for kinds.
  var colours: [Colour] = []
  var kinds: [SubjectKind] = []
  /// This one alone.
  var subject: String?
  /// A part of how the subject is called, folded; at least two characters.
  var title: String?
  /// The enterprise whose sites are shown.
  var owner: String?
  /// Scores in this range; those without one are left out.
  var scores: ClosedRange<Points>?
  /// The colour changed from this instant on, and before that one.
  var changedFrom: Date?
  var changedBefore: Date?
  var order = SubjectOrder.newest
  var after: ListMark?
  var limit = 50

  init(regions: [String], limit: Int = 50) {
    self.regions = regions
    self.limit = limit
  }
}
