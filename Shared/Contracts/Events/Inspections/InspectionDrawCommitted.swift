public import FoundationEssentials

/// The seed of a double-random draw was fixed before its pools could be known: its commitment is public, the seed is
/// not.
public struct InspectionDrawCommitted: EventPayload {
  public static let type: EventType = .inspectionDrawCommitted

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that inspects (GB/T 2260).
  public var region: String
  /// Whose draw it is.
  public var level: InspectionLevel
  /// The quarter it is for.
  public var quarter: String
  /// When it happened, in business time.
  public var at: Date
  /// The name of the algorithm, whose description anybody can follow.
  public var algorithm: String
  /// What the seed is for; part of the commitment and of every hash.
  public var purpose: String
  /// Who chose the seed; part of the commitment.
  public var contributor: String
  /// What binds the seed before anybody can know the pools.
  public var commitment: String

  public init(
    drawId: UUID, region: String, level: InspectionLevel, quarter: String, at: Date, algorithm: String, purpose: String,
    contributor: String, commitment: String
  ) {
    self.drawId = drawId
    self.region = region
    self.level = level
    self.quarter = quarter
    self.at = at
    self.algorithm = algorithm
    self.purpose = purpose
    self.contributor = contributor
    self.commitment = commitment
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    level = try fields.code("level")
    quarter = try fields.string("quarter")
    at = try fields.instant("at")
    algorithm = try fields.string("algorithm")
    purpose = try fields.string("purpose")
    contributor = try fields.string("contributor")
    commitment = try fields.sha256("commitment")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("level", code: level)
    object.set("quarter", quarter)
    object.set("at", at)
    object.set("algorithm", algorithm)
    object.set("purpose", purpose)
    object.set("contributor", contributor)
    object.set("commitment", commitment)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
