import Contracts
import Messaging

/// Everything that is kept of a petitioner in one case, for the petitioner who asks for it (个人信息保护法 第四十五条); audited.
struct ExportPetitioner: Sendable {
  let find: FindPetition
  let vault: PetitionVault

  /// - Parameter name: the petition's id or number.
  /// - Returns: nil when there is no such petition.
  /// - Throws: ``PetitionVault/Closed`` without the vault's key.
  func callAsFunction(_ name: String, reason: String, by caller: Caller, work: UnitOfWork) async throws -> JSON? {
    guard let petition = try await find(name, on: work.connection) else { return nil }
    let contents = try await vault.open(petition, on: work.connection)
    var object = JSONObject()
    object.set("petition", petition.state.json)
    object.set("steps", .array(try await find.history(of: petition, on: work.connection)))
    object.set("complaint", contents?.complaint)
    object.set("supplements", (contents?.supplements).map(JSON.array))
    object.set("reporter", contents?.reporter)
    work.record(.reveal("petitioner.exported", of: petition, reason: reason, by: caller))
    return .object(object)
  }
}
