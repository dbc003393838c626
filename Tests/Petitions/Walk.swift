import Contracts
import FoundationEssentials

@testable import Petitions

/// A petition on its way as the service drives it, without any store: steps of staff, clocks, messages, and all that was
/// told of it.
struct Walk {
  var petition: Petition
  private(set) var now: Date
  private(set) var told: [any EventPayload] = []
  let rules: PetitionRules

  init(
    received: Date, channel: IntakeChannel = .postalBox, region: String = "360482", reach: Reach = .channels([.sms]),
    rules: PetitionRules? = nil
  ) throws {
    self.rules = try rules ?? Fixtures.rules(at: received)
    petition = try Fixtures.petition(
      received: received, region: region, channel: channel, reach: reach, rules: self.rules)
    now = received
  }

  /// Takes a step now, or throws and leaves everything as it was.
  /// - Returns: what it told.
  @discardableResult
  mutating func take(_ step: some PetitionStep, by actor: String = "wang.fang") throws -> [any EventPayload] {
    guard !petition.file.withdrawn.contains(actor) else { throw PetitionError.withdrawn }
    try petition.begin(type(of: step).name, requiresCallBack: rules.requiresCallBack)
    var changed = petition
    let effects = try step.take(on: &changed, in: Circumstances(now: now, actor: actor, rules: rules))
    petition = changed
    note(effects.events)
    return effects.events
  }

  /// Lets the clocks tell what has fallen due.
  @discardableResult
  mutating func tend() -> [any EventPayload] {
    let events = petition.attend(at: now, rules: rules).map(\.event)
    note(events)
    return events
  }

  /// Goes on to an instant, stopping whenever a clock asks for attention.
  @discardableResult
  mutating func wait(until instant: Date) -> [any EventPayload] {
    var events: [any EventPayload] = []
    while let next = petition.attention, next <= instant {
      now = max(now, next)
      events += tend()
    }
    now = max(now, instant)
    return events
  }

  /// Time passes while nothing runs.
  mutating func sleep(until instant: Date) { now = max(now, instant) }

  /// The message of a contact arrives.
  mutating func deliver(_ number: Int) {
    guard let message = petition.contact(number)?.messageId else { return }
    let event = petition.close(
      contact: number, message: message, outcome: .delivered, channel: .sms, attempts: 1, proof: "receipt", at: now)
    note([event].compactMap { $0 })
  }

  /// The case is in the hands of a unit, and every contact so far is made.
  mutating func reachUnit() throws {
    deliver(1)
    try take(Accept())
    deliver(2)
    try take(Assign(lead: "brigade"))
  }

  /// Everything up to the file.
  mutating func reachArchive() throws {
    try reachUnit()
    try answer()
    try take(Recheck(passed: true, unit: "eco-360400"))
    try take(Publish(published: false, reason: .onRequest))
    try take(CallBack(reached: true, satisfied: true))
    try take(Archive(fileNumber: "2024-1"))
  }

  /// The unit handles the case and the petitioner has the answer.
  mutating func answer() throws {
    try take(Handle(outcome: .resolved))
    try take(Conclude(verdict: .support))
    deliver(3)
  }

  func told<Event: EventPayload>(_ type: Event.Type) -> [Event] { told.compactMap { $0 as? Event } }

  private mutating func note(_ events: [any EventPayload]) {
    petition.sequence += Int64(events.count)
    told += events
  }
}
