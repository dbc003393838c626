import Civics

/// What somebody wants to know: figures of a period, of some divisions, perhaps of one channel or kind, in groups.
struct FigureQuestion: Sendable {
  enum Grouping: Sendable, Equatable {
    case none
    /// By the divisions whose codes begin with so many digits.
    case region(digits: Int)
    case channel
    case category
  }

  let period: FigurePeriod
  /// Six-digit codes; a division covers those below it. Nothing outside of them is counted.
  let regions: [String]
  var channel: String?
  var category: String?
  var grouping = Grouping.none
}
