public import FoundationEssentials

/// A firm studied enough and passed the examination: points and incentives are earned.
public struct StudyCredited: EventPayload {
  public static let type: EventType = .studyCredited

  /// The credit; one for each study and examination that belong together.
  public var creditId: UUID
  /// Who studied.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// How long was studied, in minutes.
  public var minutes: Int
  /// The same in whole study units (学时).
  public var units: Int
  /// The code of the examination.
  public var exam: String
  /// What is earned.
  public var incentives: [StudyIncentive]
  /// The points given.
  public var points: Decimal
  /// Until when it counts.
  public var validUntil: Date?
  /// The penalty case that it was made in.
  public var penaltyNumber: String?
  /// The entry of the ledger.
  public var entryId: UUID
  /// The rule behind it.
  public var derivation: RuleReference

  public init(
    creditId: UUID, subjectKey: String, region: String, at: Date, minutes: Int, units: Int, exam: String,
    incentives: [StudyIncentive] = [], points: Decimal, validUntil: Date? = nil, penaltyNumber: String? = nil,
    entryId: UUID, derivation: RuleReference
  ) {
    self.creditId = creditId
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.minutes = minutes
    self.units = units
    self.exam = exam
    self.incentives = incentives
    self.points = points
    self.validUntil = validUntil
    self.penaltyNumber = penaltyNumber
    self.entryId = entryId
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    creditId = try fields.uuid("creditId")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    minutes = try fields.integer("minutes")
    units = try fields.integer("units")
    exam = try fields.string("exam")
    incentives = try fields.codes("incentives", maximum: 16)
    points = try fields.decimal("points")
    validUntil = try fields.optionalInstant("validUntil")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    entryId = try fields.uuid("entryId")
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("creditId", creditId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("minutes", minutes)
    object.set("units", units)
    object.set("exam", exam)
    object.set("incentives", codes: incentives.isEmpty ? nil : incentives)
    object.set("points", points)
    object.set("validUntil", validUntil)
    object.set("penaltyNumber", penaltyNumber)
    object.set("entryId", entryId)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { creditId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
