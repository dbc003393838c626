import Contracts
import FoundationEssentials
import Messaging

@testable import Petitions

extension Desk {
  /// The petition of a complaint of the 12369 hotline.
  func petition(_ externalId: String, source: String = "/hotline/12369") async throws -> Petition? {
    let id = EventIdentity.petition(source: source, externalId: externalId)
    return try await runner.read { try await application.findPetition(id.lowercased, on: $0) }
  }
}
