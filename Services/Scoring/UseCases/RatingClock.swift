import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Lets the instants pass at which facts begin or cease to count, and sets the timer for the next.
struct RatingClock: Sendable {
  static let timer = "score.expiry"

  let rules: RuleBook

  /// Passes everything up to now, instant by instant, so that each change is told with its own date however late.
  func settle(_ rating: inout Rating, ledger: Ledger, work: UnitOfWork) throws {
    while let instant = rating.nextChange, instant <= work.now {
      let scale = try Scale(try rules.rules(at: instant))
      let change = try rating.pass(instant, ledger: ledger, scale: scale)
      guard let change else { continue }
      let cause = Cause(
        id: "timer:\(rating.subject):\(RFC3339.text(of: instant))", correlation: change.reason.correlation)
      RatingAnnouncements.emit(change, of: &rating, cause: cause, work: work)
      work.record(
        AuditEntry(actor: "scoring", action: "rating.expiry", subject: rating.subject, cause: cause.id))
    }
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
