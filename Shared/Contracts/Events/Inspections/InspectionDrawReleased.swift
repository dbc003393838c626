public import FoundationEssentials

/// A double-random draw was released: everything needed to draw it again is here and in the pools, which can be had
/// over HTTP.
public struct InspectionDrawReleased: EventPayload {
  public static let type: EventType = .inspectionDrawReleased

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
  /// The seed, now revealed: 64 hexadecimal digits.
  public var seed: String
  /// What others brought to the chance; those with a seed have their part in the key of every draw.
  public var contributions: [SeedContribution]
  /// The classes drawn from.
  public var strata: [DrawStratum]
  /// How many inspectors could be drawn.
  public var inspectorPoolSize: Int
  /// SHA-256 of the pool of inspectors: their numbers, sorted, a line feed after each.
  public var inspectorPoolSha256: String
  /// How many inspectors go together.
  public var inspectorsEach: Int
  /// SHA-256 of the result: the seed, then each unit with its inspectors in the order of the draw, a line feed
  /// after each.
  public var resultSha256: String
  /// What was drawn, in the order of the draw.
  public var drawn: [DrawnInspection]

  public init(
    drawId: UUID, region: String, level: InspectionLevel, quarter: String, at: Date, algorithm: String, purpose: String,
    contributor: String, commitment: String, seed: String, contributions: [SeedContribution] = [],
    strata: [DrawStratum], inspectorPoolSize: Int, inspectorPoolSha256: String, inspectorsEach: Int,
    resultSha256: String, drawn: [DrawnInspection]
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
    self.seed = seed
    self.contributions = contributions
    self.strata = strata
    self.inspectorPoolSize = inspectorPoolSize
    self.inspectorPoolSha256 = inspectorPoolSha256
    self.inspectorsEach = inspectorsEach
    self.resultSha256 = resultSha256
    self.drawn = drawn
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
    seed = try fields.sha256("seed")
    contributions = try fields.objects("contributions", maximum: 16)
    strata = try fields.objects("strata", required: true, maximum: 8)
    inspectorPoolSize = try fields.integer("inspectorPoolSize")
    inspectorPoolSha256 = try fields.sha256("inspectorPoolSha256")
    inspectorsEach = try fields.integer("inspectorsEach")
    resultSha256 = try fields.sha256("resultSha256")
    drawn = try fields.objects("drawn", required: true, maximum: 2048)
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
    object.set("seed", seed)
    object.set("contributions", contributions.isEmpty ? nil : contributions)
    object.set("strata", strata)
    object.set("inspectorPoolSize", inspectorPoolSize)
    object.set("inspectorPoolSha256", inspectorPoolSha256)
    object.set("inspectorsEach", inspectorsEach)
    object.set("resultSha256", resultSha256)
    object.set("drawn", drawn)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
