import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Lets the instants pass at which something begins or ceases to count or another scale comes into force, and sets the
/// timer for the next.
struct RatingClock: Sendable {
  static let timer = "score.expiry"

  let rules: RuleBook

  /// The scale in force at an instant.
  func scale(at instant: Date) throws -> Scale { try Scale(try rules.rules(at: instant)) }

  /// Passes everything up to now, instant by instant, so that each change is told with its own date however late.
  func settle(_ rating: inout Rating, ledger: Ledger, scales: ScaleHistory, work: UnitOfWork) throws {
    while true {
      let turn = scales.instants.first { $0 > rating.updatedAt && $0 <= work.now }
      let due = rating.nextChange.flatMap { $0 <= work.now ? $0 : nil }
      guard let instant = [turn, due].compactMap({ $0 }).min() else { return }
      let change =
        instant == turn
        ? try rating.adopt(scales, at: instant, ledger: ledger)
        : try rating.pass(instant, ledger: ledger, scales: scales)
      guard let change else { continue }
      let cause = Cause(
        id: "timer:\(rating.subject):\(RFC3339.text(of: instant))", correlation: change.reason.correlation)
      RatingAnnouncements.emit(change, of: &rating, cause: cause, work: work)
      work.record(
        AuditEntry(actor: "scoring", action: "rating.expiry", subject: rating.subject, cause: cause.id))
    }
  }

  /// The scales in force up to an instant.
  /// - Throws: when none is in force then.
  func scales(through end: Date) throws -> ScaleHistory {
    var turns: [ScaleHistory.Turn] = []
    for day in rules.packs.turningDays(of: rules.profile) {
      let instant = ShanghaiTime.start(of: day)
      guard instant <= end else { break }
      // A gap between two versions has no scale; what follows is the next.
      if let scale = try? self.scale(at: instant) { turns.append(.init(at: instant, scale: scale)) }
    }
    guard let first = turns.first else { return ScaleHistory(try scale(at: end)) }
    return ScaleHistory(first, Array(turns.dropFirst()))
  }

  /// Sets the timer of a rating to its next change.
  func schedule(_ rating: Rating, work: UnitOfWork) {
    if let due = rating.nextChange {
      work.schedule(DurableTimer(kind: RatingClock.timer, subject: rating.subject, due: due))
    } else {
      work.cancel(timers: [RatingClock.timer], of: rating.subject)
    }
  }
}
