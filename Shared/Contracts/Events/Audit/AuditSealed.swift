public import FoundationEssentials

/// The entries of a service's audit trail up to an instant were chained: this is the chain's head. Whoever keeps the heads
/// sees when the trail was changed or cut later.
public struct AuditSealed: EventPayload {
  public static let type: EventType = .auditSealed

  /// Whose trail it is.
  public var service: String
  /// The seal's number, from one, without gaps.
  public var seal: Int
  /// How many entries it holds.
  public var entries: Int
  /// When it was made, in real time.
  public var at: Date
  /// SHA-256 over the seal before and the entries of this one: 64 hexadecimal digits.
  public var sha256: String

  public init(service: String, seal: Int, entries: Int, at: Date, sha256: String) {
    self.service = service
    self.seal = seal
    self.entries = entries
    self.at = at
    self.sha256 = sha256
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    service = try fields.string("service")
    seal = try fields.integer("seal")
    entries = try fields.integer("entries")
    at = try fields.instant("at")
    sha256 = try fields.sha256("sha256")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("service", service)
    object.set("seal", seal)
    object.set("entries", entries)
    object.set("at", at)
    object.set("sha256", sha256)
    return .object(object)
  }

  public var recordKey: String { service }
}
