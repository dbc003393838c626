import Civics
import Contracts
import FoundationEssentials

extension Petition {
  /// Every clock it has or had: the one of receipt first, that for the answer next.
  var allClocks: [Deadline] { [acceptance] + [conclusion].compactMap { $0 } + clocks }

  /// The duties not done yet, the earliest first.
  var openClocks: [Deadline] { allClocks.filter(\.isOpen).sorted { $0.basis.due < $1.basis.due } }

  /// The due date of the earliest clock that runs; nil when none does.
  var runningDue: Date? { allClocks.runningDue }

  /// The next instant at which somebody must be told; nil when there is none.
  var attention: Date? { allClocks.attention }

  /// Whether a period has run out and is not made good.
  var isOverdue: Bool { acceptance.isOverdue || conclusion?.isOverdue == true || clocks.contains(where: \.isOverdue) }

  /// What is promised when it comes in: the law's own date, and a channel's tighter one; the earliest first.
  var promisedAtReceipt: [Contracts.DueDate] {
    guard !clocks.isEmpty else { return [acceptance.dueDate] }
    return ([acceptance] + clocks.filter { $0.kind == .channelDecision || $0.kind == .channelAnswer })
      .sorted { $0.basis.due < $1.basis.due }.map(\.dueDate)
  }

  /// By when it is decided whether it is accepted.
  var decisionDue: Date {
    clocks.reduce(acceptance.basis.due) { $1.kind == .channelDecision ? min($0, $1.basis.due) : $0 }
  }

  /// The open clocks of these kinds, as events tell them.
  func dueDates(of kinds: Set<DeadlineKind>) -> [Contracts.DueDate] {
    allClocks.filter { $0.metAt == nil && kinds.contains($0.kind) }.sorted { $0.basis.due < $1.basis.due }
      .map(\.dueDate)
  }

  /// The last clock of a kind, met or not.
  func clock(_ kind: DeadlineKind) -> Deadline? { allClocks.last { $0.kind == kind && $0.metAt == nil } }

  /// Changes every clock in place.
  mutating func eachClock(_ change: (inout Deadline) -> Void) {
    change(&acceptance)
    if var running = conclusion {
      change(&running)
      conclusion = running
    }
    for index in clocks.indices { change(&clocks[index]) }
  }

  /// Starts a clock.
  mutating func start(_ basis: DeadlineBasis, at now: Date) {
    clocks.append(Deadline(basis: basis, start: now))
  }

  /// Starts the clock of a kind under the rules.
  mutating func start(_ kind: DeadlineKind, at now: Date, rules: PetitionRules) throws(PetitionError) {
    start(try PetitionError.ofRules { () throws(RuleLookupError) in try rules.basis(of: kind, from: now) }, at: now)
  }

  /// Ends the clocks of these kinds: what they ask for is done, or no longer asked for.
  mutating func end(_ kinds: Set<DeadlineKind>, at now: Date) {
    eachClock { clock in
      guard clock.metAt == nil, kinds.contains(clock.kind) else { return }
      clock.changes?.go(on: ShanghaiTime.day(of: now))
      clock.metAt = now
    }
  }

  /// Lets the clocks run again, as they ran, that an answer stopped which no longer stands.
  mutating func resumeAnswer(givenAt answer: Date) {
    eachClock { clock in
      if DeadlineKind.ofAnswer.contains(clock.kind), clock.metAt == answer { clock.metAt = nil }
    }
  }

  /// Counts clocks again that were extended, stood, or may rest on a better calendar now.
  /// - Returns: the due dates that changed, before and after.
  mutating func recount(
    at now: Date, rules: PetitionRules, where isMeant: (Deadline) -> Bool
  ) throws(PetitionError) -> [(before: Contracts.DueDate, after: Contracts.DueDate)] {
    let notice = try PetitionError.ofRules { () throws(RuleLookupError) in try rules.notice() }
    var moved: [(before: Contracts.DueDate, after: Contracts.DueDate)] = []
    eachClock { clock in
      guard clock.metAt == nil, isMeant(clock),
        let basis = clock.basis.recounted(changes: clock.changes, notice: notice, calendar: rules.calendar)
      else { return }
      let before = clock.dueDate
      clock.move(to: basis, at: now)
      if clock.dueDate.due != before.due { moved.append((before, clock.dueDate)) }
    }
    return moved
  }
}
