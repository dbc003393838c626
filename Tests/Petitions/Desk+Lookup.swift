import Contracts
import FoundationEssentials
import Messaging
import Sealing
import Testing

@testable import Petitions

extension Desk {
  /// The petition of a complaint of the 12369 hotline.
  func petition(_ externalId: String, source: String = "/hotline/12369") async throws -> Petition? {
    let id = EventIdentity.petition(source: source, externalId: externalId)
    return try await runner.read { try await application.findPetition(id.lowercased, on: $0) }
  }

  /// Number and query code of the one petition that was taken in, as its petitioner was told them.
  func lookup() async throws -> (number: String, code: String) {
    let message = try PetitionerMessageRequested(json: try #require(try await told(.petitionerMessages).first).data)
    let contact = try JSON(
      parsing: try notifications.open(
        message.sealedContact, context: PetitionSealing.contactContext(message.petitionId)))
    return (
      try #require(try await told(.petitions).first?.data["petitionNumber"]?.string),
      try #require(contact["queryCode"]?.string)
    )
  }
}
