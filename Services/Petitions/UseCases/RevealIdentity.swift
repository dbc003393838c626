import Contracts
import FoundationEssentials
import Messaging
import Sealing

/// Opens what is sealed of one petition, for a reason that goes into the audit trail together with who asked.
struct RevealIdentity: Sendable {
  /// Why nothing can be opened here.
  struct VaultClosed: Error {
    let reason: SealingError
  }

  let petitions: PetitionStore
  let opener: Opener

  /// - Parameters:
  ///   - authorise: throws when the caller may not act in the petition's region.
  /// - Returns: the complaint as sealed, and the identity a hotline had sealed; nil when there is no such petition.
  func callAsFunction(
    _ id: UUID, reason: String, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> JSON? {
    guard let petition = try await petitions.find(id, on: work.connection) else { return nil }
    try authorise(petition.region)
    guard let sealed = try await VaultStore.sealed(petition.entry, on: work.connection) else { return nil }
    var object = JSONObject()
    object.set("petitionId", petition.id)
    do throws(SealingError) {
      let complaint = try opener.open(sealed.complaint, context: PetitionSealing.vaultContext(id))
      object.set("complaint", try? JSON(parsing: complaint))
      if let hotline = sealed.hotline {
        let context = SealingContext.of("reporter", petition.source, petition.externalId)
        object.set("reporter", try? JSON(parsing: try opener.open(hotline, context: context)))
      }
    } catch {
      throw VaultClosed(reason: error)
    }
    var detail = JSONObject()
    detail.set("reason", reason)
    detail.set("request", caller.requestId)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "petition.identity-revealed", subject: id.lowercased, cause: caller.requestId,
        detail: JSON.object(detail).bytes))
    return .object(object)
  }
}
