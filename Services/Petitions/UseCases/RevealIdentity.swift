import Contracts
import FoundationEssentials
import Messaging

/// Opens what is sealed of one petition, for a reason that goes into the audit trail together with who asked.
struct RevealIdentity: Sendable {
  let petitions: PetitionStore
  let vault: PetitionVault

  /// - Parameters:
  ///   - authorise: throws when the caller may not see it.
  /// - Returns: the complaint as sealed, what came in later, and the identity a hotline had sealed; nil when there is no
  ///   such petition.
  func callAsFunction(
    _ id: UUID, reason: String, by caller: Caller, work: UnitOfWork, authorise: (Petition) throws -> Void
  ) async throws -> JSON? {
    guard let petition = try await petitions.find(id, on: work.connection) else { return nil }
    try authorise(petition)
    guard let contents = try await vault.open(petition, on: work.connection) else { return nil }
    var object = JSONObject()
    object.set("petitionId", petition.id)
    object.set("complaint", contents.complaint)
    object.set("supplements", contents.supplements.isEmpty ? nil : .array(contents.supplements))
    object.set("reporter", contents.reporter)
    work.record(.reveal("petition.identity-revealed", of: petition, reason: reason, by: caller))
    return .object(object)
  }
}

extension AuditEntry {
  /// Somebody saw what is sealed.
  static func reveal(_ action: String, of petition: Petition, reason: String, by caller: Caller) -> AuditEntry {
    var detail = JSONObject()
    detail.set("reason", reason)
    detail.set("request", caller.requestId)
    return AuditEntry(
      actor: caller.subject, action: action, subject: petition.id.lowercased, cause: caller.requestId,
      detail: JSON.object(detail).bytes)
  }
}
