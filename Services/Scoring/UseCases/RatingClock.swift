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
  func settle(_ rating: inout Rating, ledger: Ledger, turns: [Date], work: UnitOfWork) throws {
    while true {
      let turn = turns.first { $0 > rating.updatedAt && $0 <= work.now }
      let due = rating.nextChange.flatMap { $0 <= work.now ? $0 : nil }
      guard let instant = [turn, due].compactMap({ $0 }).min() else { return }
      let scale = try scale(at: instant)
      let change =
        instant == turn
        ? try rating.adopt(scale, at: instant, ledger: ledger) : try rating.pass(instant, ledger: ledger, scale: scale)
      guard let change else { continue }
      let cause = Cause(
        id: "timer:\(rating.subject):\(RFC3339.text(of: instant))", correlation: change.reason.correlation)
      RatingAnnouncements.emit(change, of: &rating, cause: cause, work: work)
      work.record(
        AuditEntry(actor: "scoring", action: "rating.expiry", subject: rating.subject, cause: cause.id))
    }
  }

  /// The instants up to one at which another scale came into force, ascending.
  func turns(through end: Date) throws -> [Date] {
    var turns: [Date] = []
    var scale: Scale?
    for day in rules.packs.turningDays(of: rules.profile) {
      let instant = ShanghaiTime.start(of: day)
      guard instant <= end else { break }
      // A gap between two versions has no scale; what follows is another one.
      guard let next = try? self.scale(at: instant) else { continue }
      if let scale, !scale.isSame(as: next) { turns.append(instant) }
      scale = next
    }
    return turns
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
