import Contracts
import FoundationEssentials
import Messaging

/// Erases who a petitioner is and what they wrote, when the law no longer asks for it to be kept; the case itself stays, with
/// its steps, dates and findings. Audited, and not to be undone. Works under the owner role of the schema, since the service
/// itself may not rewrite what it sealed.
struct ErasePetitioner: Sendable {
  let find: FindPetition
  let sealing: PetitionSealing
  let erasure: Erasure

  /// - Parameters:
  ///   - name: the petition's id or number.
  ///   - isTrial: checks and changes nothing.
  /// - Returns: the petition; nil when there is none of this name.
  /// - Throws: ``Erasure/Refusal``.
  func callAsFunction(
    _ name: String, isTrial: Bool, reason: String, by caller: Caller, work: UnitOfWork
  ) async throws -> Petition? {
    guard let petition = try await find(name, on: work.connection) else { return nil }
    if let refusal = erasure.refusal(of: petition, at: work.now) { throw refusal }
    guard !isTrial else { return petition }
    var rest = JSONObject()
    rest.set("erasedAt", work.now)
    try await VaultStore.erase(
      petition, leaving: try sealing.seal(JSON.object(rest).bytes, petition: petition.id), on: work.connection)
    work.record(.reveal("petitioner.erased", of: petition, reason: reason, by: caller))
    return petition
  }
}
