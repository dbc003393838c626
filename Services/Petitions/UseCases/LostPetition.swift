import Contracts
import FoundationEssentials

/// A petition that must be there is not: another transaction's insert kept ours out and then came to nothing. Trying
/// again finds either that petition or room for ours.
struct LostPetition: Error, CustomStringConvertible {
  let id: UUID

  var description: String { "the petition \(id.lowercased) was neither written nor found" }
}
