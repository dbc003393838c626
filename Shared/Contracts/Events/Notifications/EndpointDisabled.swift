public import FoundationEssentials

/// An agency's webhook was switched off, and its owner must know.
public struct EndpointDisabled: EventPayload {
  public static let type: EventType = .endpointDisabled

  /// The endpoint.
  public var endpointId: String
  /// Whose it is.
  public var agency: String
  /// When, in real time.
  public var at: Date
  /// Why: `gone` (it answered 410), `failing`, `by-staff`.
  public var reason: String
  /// Since when nothing got through.
  public var failingSince: Date?
  /// How many attempts failed since.
  public var failedAttempts: Int?

  public init(
    endpointId: String, agency: String, at: Date, reason: String, failingSince: Date? = nil,
    failedAttempts: Int? = nil
  ) {
    self.endpointId = endpointId
    self.agency = agency
    self.at = at
    self.reason = reason
    self.failingSince = failingSince
    self.failedAttempts = failedAttempts
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    endpointId = try fields.string("endpointId")
    agency = try fields.string("agency")
    at = try fields.instant("at")
    reason = try fields.string("reason")
    failingSince = try fields.optionalInstant("failingSince")
    failedAttempts = try fields.optionalInteger("failedAttempts")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("endpointId", endpointId)
    object.set("agency", agency)
    object.set("at", at)
    object.set("reason", reason)
    object.set("failingSince", failingSince)
    object.set("failedAttempts", failedAttempts)
    return .object(object)
  }

  public var recordKey: String { endpointId }
}
