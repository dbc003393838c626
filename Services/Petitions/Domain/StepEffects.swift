import Contracts

/// What the world is told of a step.
struct StepEffects: Sendable {
  /// The events of the petition, in order.
  var events: [any EventPayload] = []
  /// The contact that has become due with the petitioner.
  var message: PetitionerMessage?
}

/// One of the three contacts, before it is known whether and how the petitioner can be reached.
struct PetitionerMessage: Sendable, Equatable {
  let contact: Int
  let template: String
  /// Values for the template, without personal data.
  let parameters: [String: String]
}
