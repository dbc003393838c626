/// What one more contributor brought to the chance of a monthly check, beside the service's own seed.
public struct SeedContribution: JSONConvertible {
  /// Who chose the seed; part of the commitment.
  public var contributor: String
  /// What bound the seed before the month had ended.
  public var commitment: String
  /// The seed: 64 hexadecimal digits; absent when it was not revealed in time, and then it has no part in the draw.
  public var seed: String?

  public init(contributor: String, commitment: String, seed: String? = nil) {
    self.contributor = contributor
    self.commitment = commitment
    self.seed = seed
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    contributor = try fields.string("contributor")
    commitment = try fields.sha256("commitment")
    seed = try fields.optionalSHA256("seed")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("contributor", contributor)
    object.set("commitment", commitment)
    object.set("seed", seed)
    return .object(object)
  }
}
