import Civics
import Contracts
import FoundationEssentials

/// One clock of one petition.
struct Deadline: Equatable, Sendable {
  private(set) var basis: DeadlineBasis
  /// When it started.
  let start: Date
  /// When what it asks for was done, or it was no longer asked for.
  var metAt: Date?
  /// When it was found to have run out.
  var overdueAt: Date?
  /// How many of the basis's warnings have been given.
  var warned: Int
  /// How many levels up it has gone.
  var escalated: Int
  /// What moved its end; nil when nothing did.
  @Boxed var changes: DeadlineChanges?

  init(
    basis: DeadlineBasis, start: Date, metAt: Date? = nil, overdueAt: Date? = nil, warned: Int = 0, escalated: Int = 0,
    changes: DeadlineChanges? = nil
  ) {
    self.basis = basis
    self.start = start
    self.metAt = metAt
    self.overdueAt = overdueAt
    self.warned = warned
    self.escalated = escalated
    self._changes = Boxed(wrappedValue: changes)
  }

  var kind: DeadlineKind { basis.kind }
  var dueDate: Contracts.DueDate { basis.dueDate(from: start) }
  /// Whether it stands still.
  var isStanding: Bool { metAt == nil && (changes?.isStanding ?? false) }
  /// Whether it is a duty not done yet, whatever the time.
  var isOpen: Bool { metAt == nil && kind.isDuty }
  /// Whether it runs and nobody was told that it has run out.
  var isRunning: Bool { isOpen && overdueAt == nil && !isStanding }
  /// Whether it has run out and is not yet made good.
  var isOverdue: Bool { isOpen && overdueAt != nil }

  /// Whether it runs as it started, and has told nothing yet.
  var isUntouched: Bool { metAt == nil && overdueAt == nil && warned == 0 && escalated == 0 && changes == nil }

  /// The next instant at which somebody must be told; nil when there is none.
  var attention: Date? {
    guard isOpen, !isStanding else { return nil }
    if overdueAt != nil { return escalated < basis.escalations.count ? basis.escalations[escalated] : nil }
    return warned < basis.warnings.count ? min(basis.warnings[warned], basis.due) : basis.due
  }

  /// Goes on with another end. Warnings whose time has come are not given again; an end that was missed says nothing of
  /// the new one.
  mutating func move(to basis: DeadlineBasis, at now: Date) {
    let isMoved = basis.due != self.basis.due
    self.basis = basis
    warned = basis.warnings.count { $0 <= now }
    guard isMoved else { return }
    overdueAt = nil
    escalated = 0
  }
}
