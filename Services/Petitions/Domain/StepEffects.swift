import Contracts

/// What the world is told of a step.
struct StepEffects: Sendable {
  /// The events of the petition, in order.
  var events: [any EventPayload] = []
  /// What the petitioner must be told.
  var message: PetitionerMessage?

  /// Adds an event, where there is one.
  mutating func add(_ event: (any EventPayload)?) {
    if let event { events.append(event) }
  }
}

/// One of the three contacts, or a notice beside them, before it is known whether and how the petitioner can be reached.
struct PetitionerMessage: Sendable, Equatable {
  /// Which of the three contacts; 0 for a notice.
  let contact: Int
  let template: String
  /// Values for the template, without personal data.
  let parameters: [String: String]
}
