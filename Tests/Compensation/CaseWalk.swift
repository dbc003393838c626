import Contracts
import FoundationEssentials
import ServiceKit

@testable import Compensation

/// A case on its way as the service drives it, without any store: steps of staff, clocks, what is told of its penalty case,
/// and all that was told of it.
struct CaseWalk {
  private(set) var compensation: CompensationCase
  private(set) var now: Date
  private(set) var told: [any EventPayload] = []
  private(set) var records: [PenaltyRecord] = []
  let rules: CompensationRules

  init(
    opened: Date, subject: String? = Fixtures.firm, penalty: PenaltyCase? = nil, profile: String = "zhangzhou"
  ) throws {
    rules = CompensationRules(try Fixtures.book(profile).rules(at: opened))
    compensation = try CompensationCase.open(
      Fixtures.clue(at: opened, subject: subject, penalty: penalty), correlation: "root", at: opened, rules: rules
    ).0
    now = opened
    try settle([])
  }

  /// Takes a step now, or throws and leaves everything as it was.
  @discardableResult
  mutating func take(
    _ step: some CaseStep, by actor: String = "leader-1", received: Int64 = 0, ofCity: Bool = true,
    earlier: [Date] = []
  ) throws -> [any EventPayload] {
    var circumstances = Circumstances(now: now, actor: actor, isOfCity: ofCity, rules: rules)
    circumstances.receivedFen = received
    circumstances.earlierActs = earlier
    return try take(type(of: step).name) { compensation throws(CompensationError) in
      try step.take(on: &compensation, in: circumstances)
    }
  }

  /// Goes on to another stage, as the parts of the service do that are built on this one.
  mutating func enter(_ stage: CompensationStatus) throws {
    let circumstances = Circumstances(now: now, rules: rules)
    var changed = compensation
    try changed.enter(stage, in: circumstances)
    compensation = changed
    try settle([])
  }

  private mutating func take(
    _ name: StepName, _ body: (inout CompensationCase) throws(CompensationError) -> [any EventPayload]
  ) throws -> [any EventPayload] {
    try compensation.require(name)
    var changed = compensation
    let events = try body(&changed)
    compensation = changed
    return try settle(events)
  }

  /// The penalty side tells something.
  mutating func tell(_ record: PenaltyRecord) throws {
    records.append(record)
    try settle([])
  }

  /// Goes on to an instant, stopping whenever something must be told.
  mutating func wait(until instant: Date) throws {
    while let next = compensation.attention, next <= instant {
      now = max(now, next)
      try settle(compensation.attend(at: now))
    }
    now = max(now, instant)
  }

  @discardableResult
  private mutating func settle(_ events: [any EventPayload]) throws -> [any EventPayload] {
    var all = events
    all += compensation.unannounced as [any EventPayload]
    compensation.unannounced = []
    all += compensation.settleGates(records, try rules.gates(), at: now)
    compensation.sequence += Int64(all.count)
    told += all
    return all
  }

  /// Whether the gate is open now, and why.
  func gate(_ gate: PenaltyGate) -> GateAnswer? { compensation.file.gates.first { $0.gate == gate } }
}
