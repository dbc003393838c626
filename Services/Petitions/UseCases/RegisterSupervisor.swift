import Contracts
import FoundationEssentials
import Messaging
import Sealing

/// The register of citizens who watch over the environment for the bureau (环保监督员, PET-22).
struct RegisterSupervisor: Sendable {
  /// A supervisor to be registered. Who it is, is sealed for the vault.
  struct Registration: JSONConvertible {
    let number: String
    let region: String
    let name: String
    let phone: String?

    init(number: String, region: String, name: String, phone: String? = nil) {
      self.number = number
      self.region = region
      self.name = name
      self.phone = phone
    }

    init(fields: JSONFields) throws(ContractViolation) {
      number = try fields.string("number", limit: 64)
      region = try fields.region("region")
      name = try fields.text("name", limit: 256)
      phone = try fields.optionalString("phone", limit: 64)
    }

    var json: JSON {
      var object = JSONObject()
      object.set("number", number)
      object.set("region", region)
      object.set("name", name)
      object.set("phone", phone)
      return .object(object)
    }
  }

  let sealing: PetitionSealing

  /// - Returns: false when the number is taken.
  func callAsFunction(_ registration: Registration, by caller: Caller, work: UnitOfWork) async throws -> Bool {
    let identity = try sealing.seal(registration.json.bytes, supervisor: registration.number)
    let isNew = try await SupervisorStore.insert(
      number: registration.number, region: registration.region, identity: identity, by: caller.subject, at: work.now,
      on: work.connection)
    guard isNew else { return false }
    record("supervisor.registered", registration.number, by: caller, work: work)
    return true
  }

  /// Takes one off the register; what they submit from now on is a citizen's.
  /// - Parameter authorise: throws when the caller may not act in the supervisor's region.
  /// - Returns: false when there is none of this number.
  func end(
    _ number: String, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> Bool {
    guard let found = try await SupervisorStore.find(number, on: work.connection) else { return false }
    try authorise(found.region)
    guard found.endedAt == nil else { return true }
    try await SupervisorStore.end(number, at: work.now, on: work.connection)
    record("supervisor.ended", number, by: caller, work: work)
    return true
  }

  private func record(_ action: String, _ number: String, by caller: Caller, work: UnitOfWork) {
    work.record(
      AuditEntry(
        actor: caller.subject, action: action, subject: "supervisor:\(number)", cause: caller.requestId))
  }
}
