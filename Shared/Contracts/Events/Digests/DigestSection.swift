/// One heading of a digest: how many, and the first of them.
public struct DigestSection: JSONConvertible {
  /// How many petitions there are in all.
  public var count: Int
  /// The most pressing of them; fewer than the count when there are many.
  public var petitions: [DigestLine]

  public init(
    count: Int, petitions: [DigestLine]
  ) {
    self.count = count
    self.petitions = petitions
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    count = try fields.integer("count")
    petitions = try fields.objects("petitions", required: true, maximum: 200)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("count", count)
    object.set("petitions", petitions)
    return .object(object)
  }
}
