import Contracts
import FoundationEssentials
import Postgres

/// One petition by its id or its number.
struct FindPetition: Sendable {
  let petitions: PetitionStore

  /// - Parameter name: the id, or the number as people type it.
  func callAsFunction(_ name: String, on connection: PostgresConnection) async throws -> Petition? {
    if let id = UUID(text: name) { return try await petitions.find(id, on: connection) }
    guard let number = PetitionNumber(name) else { return nil }
    return try await petitions.read(
      """
      id between \(number.identifiers.lowerBound) and \(number.identifiers.upperBound)
        and number = \(number.text)
      """, on: connection
    ).first?.petition
  }

  /// What has happened with it, oldest first.
  func history(of petition: Petition, on connection: PostgresConnection) async throws -> [JSON] {
    try await StepStore.history(petition.entry, on: connection)
  }
}
