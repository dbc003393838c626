import Contracts
import FoundationEssentials
import Messaging

/// The material of a case: where it can be fetched, its hash and size, by which submission it came. Not who sent it and not
/// their words, which stand in the same envelopes and stay there.
struct ReadAttachments: Sendable {
  let vault: PetitionVault

  /// - Returns: one object for each piece; `supplement` counts what came in later, zero is the first complaint itself.
  /// - Throws: `PetitionVault.Closed` where the vault's key is not at hand.
  func callAsFunction(of petition: Petition, by caller: Caller, work: UnitOfWork) async throws -> [JSON] {
    guard let contents = try await vault.open(petition, on: work.connection) else { return [] }
    work.record(
      AuditEntry(
        actor: caller.subject, action: "petition.attachments-read", subject: petition.id.lowercased,
        cause: caller.requestId))
    return ([contents.complaint] + contents.supplements).enumerated().flatMap { number, complaint in
      (complaint["attachments"]?.array ?? []).compactMap { attachment in
        guard var object = attachment.object else { return nil as JSON? }
        object.set("supplement", number)
        object.set("channel", complaint["channel"])
        return .object(object)
      }
    }
  }
}
