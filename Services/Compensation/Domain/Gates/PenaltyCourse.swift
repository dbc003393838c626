import Contracts
import FoundationEssentials

/// What a penalty case has done so far that waits for compensation, from all that was told of it, in any order.
struct PenaltyCourse: Sendable, Equatable {
  /// When the prior notice goes or went out, as planned; a later plan puts an earlier one off.
  var noticeAt: Date?
  /// When it was decided: the earliest of the decisions.
  var decidedAt: Date?
  /// When a lighter penalty than the discretion table gave was decided.
  var reducedAt: Date?

  init() {}

  init(_ records: [PenaltyRecord]) {
    for record in records where !record.isCorrected {
      switch record.kind {
      case PenaltyRecord.noticePlanned: noticeAt = max(noticeAt ?? record.at, record.at)
      case PenaltyRecord.decided:
        decidedAt = min(decidedAt ?? record.at, record.at)
        if record.isReduced { reducedAt = min(reducedAt ?? record.at, record.at) }
      default: break
      }
    }
  }

  /// When it went, or is to go, past the prior notice: a decision is never before it.
  var passedNoticeAt: Date? { [noticeAt, decidedAt].compactMap { $0 }.min() }
}
