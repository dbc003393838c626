public import FoundationEssentials

/// An event was not taken by an agency's webhook in all attempts of the schedule, and is given up until it is sent
/// again.
public struct DeliveryExhausted: EventPayload {
  public static let type: EventType = .deliveryExhausted

  /// The delivery: the `webhook-id` of every attempt.
  public var deliveryId: UUID
  /// The endpoint.
  public var endpointId: String
  /// Whose it is.
  public var agency: String
  /// When, in real time.
  public var at: Date
  /// The type of the event.
  public var eventType: String
  /// The subject of the event.
  public var eventSubject: String
  /// How many attempts were made.
  public var attempts: Int
  /// The HTTP status of the last attempt; absent when nothing answered.
  public var lastStatus: Int?
  /// A word for what went wrong: `status`, `timeout`, `tls` …
  public var failure: String?

  public init(
    deliveryId: UUID, endpointId: String, agency: String, at: Date, eventType: String, eventSubject: String,
    attempts: Int, lastStatus: Int? = nil, failure: String? = nil
  ) {
    self.deliveryId = deliveryId
    self.endpointId = endpointId
    self.agency = agency
    self.at = at
    self.eventType = eventType
    self.eventSubject = eventSubject
    self.attempts = attempts
    self.lastStatus = lastStatus
    self.failure = failure
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    deliveryId = try fields.uuid("deliveryId")
    endpointId = try fields.string("endpointId")
    agency = try fields.string("agency")
    at = try fields.instant("at")
    eventType = try fields.string("eventType")
    eventSubject = try fields.string("eventSubject")
    attempts = try fields.integer("attempts")
    lastStatus = try fields.optionalInteger("lastStatus")
    failure = try fields.optionalString("failure")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("deliveryId", deliveryId)
    object.set("endpointId", endpointId)
    object.set("agency", agency)
    object.set("at", at)
    object.set("eventType", eventType)
    object.set("eventSubject", eventSubject)
    object.set("attempts", attempts)
    object.set("lastStatus", lastStatus)
    object.set("failure", failure)
    return .object(object)
  }

  public var recordKey: String { endpointId }
}
