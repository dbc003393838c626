import FoundationEssentials

/// What the clocks of one petition come to together.
extension [Deadline] {
  /// The due date of the earliest clock that runs; nil when none does.
  var runningDue: Date? { lazy.filter(\.isRunning).map(\.basis.due).min() }

  /// The next instant at which somebody must be told; nil when there is none.
  var attention: Date? { lazy.compactMap(\.attention).min() }

  /// The earliest end that was missed and is not made good; nil when none is.
  var missedDue: Date? { lazy.filter(\.isOverdue).map(\.basis.due).min() }

  /// Whether a date may change when a year's working days are announced.
  var isProvisional: Bool { contains { $0.metAt == nil && $0.basis.isProvisional } }

  /// What they have to tell by now, in the order in which it fell due, and notes that it was told. Of several warnings
  /// missed together a clock gives the last alone, and none when the end itself has come.
  mutating func attend(at now: Date) -> [ClockCall] {
    var calls: [ClockCall] = []
    for index in indices { calls += self[index].attend(at: now) }
    return calls.sorted { ($0.planned, $0.order) < ($1.planned, $1.order) }
  }
}
