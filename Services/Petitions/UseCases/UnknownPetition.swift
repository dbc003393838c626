import Contracts
import FoundationEssentials

/// What is told is about a petition that is not here: after a restore it may come back, so that the message is kept and
/// taken again by `dead-letters redrive`, and nothing is dropped.
struct UnknownPetition: Error, CustomStringConvertible {
  let id: UUID

  var description: String { "there is no petition \(id.lowercased)" }
}
