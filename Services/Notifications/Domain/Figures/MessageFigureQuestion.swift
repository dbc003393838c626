import Civics
import Contracts

/// What somebody wants to know: figures of a period and of the one before, of some divisions, in groups.
struct MessageFigureQuestion: Sendable {
  enum Grouping: Sendable, Equatable {
    case none
    case channel
    case audience
    /// By which of the three contacts.
    case contact
    /// By the divisions whose codes begin with so many digits.
    case region(digits: Int)
  }

  /// The spans of time that are added up for it.
  enum Span: Int64, Sendable, CaseIterable {
    case now
    case before
  }

  let period: FigurePeriod
  /// Six-digit codes; a division covers those below it. Nothing outside of them is counted.
  let regions: [String]
  var channel: ContactChannel?
  var audience: MessageAudience?
  /// The three contacts alone (1…3), when true; everything else, when false.
  var isContact: Bool?
  var grouping = Grouping.none

  func period(of span: Span) -> FigurePeriod { span == .now ? period : period.before }
}
