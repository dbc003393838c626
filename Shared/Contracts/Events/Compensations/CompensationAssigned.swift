public import FoundationEssentials

/// The case was given to the department that handles it (办案机构).
public struct CompensationAssigned: EventPayload {
  public static let type: EventType = .compensationAssigned

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Who is liable; absent when unknown.
  public var subjectKey: String?
  /// The department, as a code of the rule packs.
  public var department: String
  /// Its unit in the region.
  public var unit: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, department: String,
    unit: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.department = department
    self.unit = unit
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    department = try fields.string("department", limit: 64)
    unit = try fields.optionalString("unit")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("department", department)
    object.set("unit", unit)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
