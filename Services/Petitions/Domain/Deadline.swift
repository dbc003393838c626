import Contracts
import FoundationEssentials

/// One legal clock of one petition.
struct Deadline: Hashable, Sendable {
  let basis: DeadlineBasis
  /// When it started.
  let start: Date
  /// When what it asks for was done.
  var metAt: Date?
  /// When it was found to have run out.
  var overdueAt: Date?

  init(basis: DeadlineBasis, start: Date, metAt: Date? = nil, overdueAt: Date? = nil) {
    self.basis = basis
    self.start = start
    self.metAt = metAt
    self.overdueAt = overdueAt
  }

  var dueDate: Contracts.DueDate { basis.dueDate(from: start) }
  /// Whether it runs and nobody was told that it has run out.
  var isRunning: Bool { metAt == nil && overdueAt == nil }
  /// Whether it has run out and is not yet made good.
  var isOverdue: Bool { metAt == nil && overdueAt != nil }
}
