public import FoundationEssentials

/// The answer to one complaint record: every record that the broker acknowledged gets one.
public struct ReceiptIssued: EventPayload {
  public static let type: EventType = .receiptIssued

  /// What became of the record.
  public var status: ReceiptStatus
  /// The event's source, as far as it could be read.
  public var source: String?
  /// The hotline's own number, as far as it could be read.
  public var externalId: String?
  /// The event's id, as far as it could be read.
  public var eventId: String?
  /// Where the record stands.
  public var record: RecordPosition
  /// SHA-256 of the record's value; of no bytes for a null value.
  public var recordSha256: String
  /// The business instant of the decision.
  public var at: Date
  /// The petition, unless rejected or delayed.
  public var petitionId: UUID?
  /// The petition's number for people.
  public var petitionNumber: String?
  /// What the law promises the petitioner from here.
  public var dueDates: [DueDate]
  /// Why it was rejected.
  public var violation: ReceiptViolation?
  /// What the sender should know though it was taken in.
  public var notices: [ReceiptNotice]

  public init(
    status: ReceiptStatus, source: String? = nil, externalId: String? = nil, eventId: String? = nil,
    record: RecordPosition, recordSha256: String, at: Date, petitionId: UUID? = nil,
    petitionNumber: String? = nil, dueDates: [DueDate] = [], violation: ReceiptViolation? = nil,
    notices: [ReceiptNotice] = []
  ) {
    self.status = status
    self.source = source
    self.externalId = externalId
    self.eventId = eventId
    self.record = record
    self.recordSha256 = recordSha256
    self.at = at
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.dueDates = dueDates
    self.violation = violation
    self.notices = notices
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    status = try fields.code("status")
    source = try fields.optionalString("source", limit: 1024)
    externalId = try fields.optionalString("externalId", limit: 1024)
    eventId = try fields.optionalString("eventId", limit: 1024)
    record = try fields.object("record")
    recordSha256 = try fields.sha256("recordSha256")
    at = try fields.instant("at")
    petitionId = try fields.optionalUUID("petitionId")
    petitionNumber = try fields.optionalString("petitionNumber")
    dueDates = try fields.objects("dueDates", maximum: 16)
    violation = try fields.optionalObject("violation")
    notices = try fields.codes("notices")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("status", code: status)
    object.set("source", source)
    object.set("externalId", externalId)
    object.set("eventId", eventId)
    object.set("record", record)
    object.set("recordSha256", recordSha256)
    object.set("at", at)
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    object.set("violation", violation)
    object.set("notices", codes: notices.isEmpty ? nil : notices)
    return .object(object)
  }

  /// The complaint, as far as it is known, so that receipts of one complaint stay in order; else the record.
  public var recordKey: String {
    guard source != nil || externalId != nil else { return "\(record.topic)/\(record.partition)/\(record.offset)" }
    return "\(source ?? "") \(externalId ?? "")"
  }
}
