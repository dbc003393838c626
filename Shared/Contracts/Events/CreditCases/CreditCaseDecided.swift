public import FoundationEssentials

/// A repair, an objection, a review or a lawsuit was decided.
public struct CreditCaseDecided: EventPayload {
  public static let type: EventType = .creditCaseDecided

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// What it is.
  public var kind: CreditCaseKind
  /// Whose record it is about.
  public var subjectKey: String
  /// The region of the record (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The number of the instance: 1, or 2 after an appeal.
  public var instance: Int
  /// How.
  public var outcome: CreditCaseOutcome
  /// The body that decided.
  public var decidedBy: String?
  /// The number of the document.
  public var document: String?
  /// Whether it has effect on the ledger now: a judgment that can be appealed has not.
  public var effective: Bool
  /// The entries that count no longer.
  public var withdrawn: [EntryReference]
  /// What counts instead after a change, as codes of the rule packs.
  public var newFactCodes: [String]
  /// The entry of the ledger that records the outcome.
  public var entryId: UUID?
  /// The due dates that run from here, such as the right to appeal.
  public var dueDates: [DueDate]

  public init(
    caseId: UUID, caseNumber: String, kind: CreditCaseKind, subjectKey: String, region: String, at: Date,
    instance: Int, outcome: CreditCaseOutcome, decidedBy: String? = nil, document: String? = nil, effective: Bool,
    withdrawn: [EntryReference] = [], newFactCodes: [String] = [], entryId: UUID? = nil, dueDates: [DueDate] = []
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.kind = kind
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.instance = instance
    self.outcome = outcome
    self.decidedBy = decidedBy
    self.document = document
    self.effective = effective
    self.withdrawn = withdrawn
    self.newFactCodes = newFactCodes
    self.entryId = entryId
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    kind = try fields.code("kind")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    instance = try fields.integer("instance")
    outcome = try fields.code("outcome")
    decidedBy = try fields.optionalString("decidedBy")
    document = try fields.optionalString("document")
    effective = try fields.bool("effective")
    withdrawn = try fields.objects("withdrawn", maximum: 32)
    newFactCodes = try fields.strings("newFactCodes", maximum: 32)
    entryId = try fields.optionalUUID("entryId")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("kind", code: kind)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("instance", instance)
    object.set("outcome", code: outcome)
    object.set("decidedBy", decidedBy)
    object.set("document", document)
    object.set("effective", effective)
    object.set("withdrawn", withdrawn.isEmpty ? nil : withdrawn)
    object.set("newFactCodes", newFactCodes.isEmpty ? nil : newFactCodes)
    object.set("entryId", entryId)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, kind.rawValue)]
  }
}
