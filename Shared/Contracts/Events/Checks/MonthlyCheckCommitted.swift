public import FoundationEssentials

/// The seed of a monthly check was fixed before the month began: its commitment is public, the seed is not.
public struct MonthlyCheckCommitted: EventPayload {
  public static let type: EventType = .monthlyCheckCommitted

  /// The check.
  public var checkId: UUID
  /// The region checked (GB/T 2260).
  public var region: String
  /// The month whose closed cases are checked.
  public var month: String
  /// When it happened, in business time.
  public var at: Date
  /// The name of the algorithm, whose description anybody can follow.
  public var algorithm: String
  /// What the seed is for; part of the commitment.
  public var purpose: String
  /// Who chose the seed; part of the commitment.
  public var contributor: String
  /// What binds the seed before anybody can know the pool.
  public var commitment: String

  public init(
    checkId: UUID, region: String, month: String, at: Date, algorithm: String, purpose: String, contributor: String,
    commitment: String
  ) {
    self.checkId = checkId
    self.region = region
    self.month = month
    self.at = at
    self.algorithm = algorithm
    self.purpose = purpose
    self.contributor = contributor
    self.commitment = commitment
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    checkId = try fields.uuid("checkId")
    region = try fields.region("region")
    month = try fields.string("month")
    at = try fields.instant("at")
    algorithm = try fields.string("algorithm")
    purpose = try fields.string("purpose")
    contributor = try fields.string("contributor")
    commitment = try fields.sha256("commitment")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("checkId", checkId)
    object.set("region", region)
    object.set("month", month)
    object.set("at", at)
    object.set("algorithm", algorithm)
    object.set("purpose", purpose)
    object.set("contributor", contributor)
    object.set("commitment", commitment)
    return .object(object)
  }

  public var recordKey: String { checkId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
