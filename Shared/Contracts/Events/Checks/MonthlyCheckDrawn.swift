public import FoundationEssentials

/// The sample of a monthly field check was drawn: everything needed to draw it again is here and in the pool, which
/// can be had over HTTP.
public struct MonthlyCheckDrawn: EventPayload {
  public static let type: EventType = .monthlyCheckDrawn

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
  /// What was drawn; part of every hash.
  public var purpose: String
  /// Who chose the seed.
  public var contributor: String
  /// What binds the seed before anybody can know the pool.
  public var commitment: String
  /// The seed, now revealed: 64 hexadecimal digits.
  public var seed: String
  /// How many cases were closed in the month.
  public var poolSize: Int
  /// SHA-256 of the pool: the petition ids, sorted, a line feed after each.
  public var poolSha256: String
  /// How many were to be drawn.
  public var sampleSize: Int
  /// Where the size of the sample comes from.
  public var rule: RuleReference
  /// The sample, in the order of the draw.
  public var drawn: [DrawnPetition]
  /// What others brought to the chance, beside the seed above; those with a seed have their part in the draw's key.
  public var contributions: [SeedContribution]

  public init(
    checkId: UUID, region: String, month: String, at: Date, algorithm: String, purpose: String, contributor: String,
    commitment: String, seed: String, poolSize: Int, poolSha256: String, sampleSize: Int, rule: RuleReference,
    drawn: [DrawnPetition], contributions: [SeedContribution] = []
  ) {
    self.checkId = checkId
    self.region = region
    self.month = month
    self.at = at
    self.algorithm = algorithm
    self.purpose = purpose
    self.contributor = contributor
    self.commitment = commitment
    self.seed = seed
    self.poolSize = poolSize
    self.poolSha256 = poolSha256
    self.sampleSize = sampleSize
    self.rule = rule
    self.drawn = drawn
    self.contributions = contributions
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
    seed = try fields.sha256("seed")
    poolSize = try fields.integer("poolSize")
    poolSha256 = try fields.sha256("poolSha256")
    sampleSize = try fields.integer("sampleSize")
    rule = try fields.object("rule")
    drawn = try fields.objects("drawn", required: true, maximum: 1024)
    contributions = try fields.objects("contributions", maximum: 16)
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
    object.set("seed", seed)
    object.set("poolSize", poolSize)
    object.set("poolSha256", poolSha256)
    object.set("sampleSize", sampleSize)
    object.set("rule", rule)
    object.set("drawn", drawn)
    object.set("contributions", contributions.isEmpty ? nil : contributions)
    return .object(object)
  }

  public var recordKey: String { checkId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
