public import FoundationEssentials

/// The unit that wrote a work reminder letter looked at the answer: the letter is closed, or answered anew by a new
/// date.
public struct ReminderLetterReviewed: EventPayload {
  public static let type: EventType = .reminderLetterReviewed

  /// The letter.
  public var letterId: UUID
  /// The document's number (文号).
  public var letterNumber: String
  /// The addressee's region (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// True closes the letter.
  public var accepted: Bool
  /// Why the answer was not enough.
  public var reason: String?
  /// By when to answer anew.
  public var dueDates: [DueDate]

  public init(
    letterId: UUID, letterNumber: String, region: String, at: Date, accepted: Bool, reason: String? = nil,
    dueDates: [DueDate] = []
  ) {
    self.letterId = letterId
    self.letterNumber = letterNumber
    self.region = region
    self.at = at
    self.accepted = accepted
    self.reason = reason
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    letterId = try fields.uuid("letterId")
    letterNumber = try fields.string("letterNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    accepted = try fields.bool("accepted")
    reason = try fields.optionalText("reason", limit: 4096)
    dueDates = try fields.objects("dueDates", required: false, maximum: 64)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("letterId", letterId)
    object.set("letterNumber", letterNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("accepted", accepted)
    object.set("reason", reason)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { letterId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
