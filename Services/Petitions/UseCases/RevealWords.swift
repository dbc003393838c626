import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Shows the complainant's words to those who handle the case, masked, without who said them; for a reason that goes into
/// the audit trail.
struct RevealWords: Sendable {
  let petitions: PetitionStore
  let vault: PetitionVault

  /// - Parameters:
  ///   - authorise: throws when the caller may not see them.
  /// - Returns: nil when there is no such petition.
  func callAsFunction(
    _ id: UUID, reason: String, by caller: Caller, work: UnitOfWork, authorise: (Petition) throws -> Void
  ) async throws -> JSON? {
    guard let petition = try await petitions.find(id, on: work.connection) else { return nil }
    try authorise(petition)
    guard let contents = try await vault.open(petition, on: work.connection) else { return nil }
    var object = JSONObject()
    object.set("petitionId", petition.id)
    object.set("complaint", SealedWords.masked(contents.complaint, known: contents.personal))
    let later = contents.supplements.map { SealedWords.masked($0, known: contents.personal) }
    object.set("supplements", later.isEmpty ? nil : .array(later))
    work.record(.reveal("petition.words-revealed", of: petition, reason: reason, by: caller))
    return .object(object)
  }
}
