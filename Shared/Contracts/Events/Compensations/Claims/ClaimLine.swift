/// What is claimed under one cover of the policy.
public struct ClaimLine: JSONConvertible {
  /// Which.
  public var cover: InsuranceCover
  /// The amount, in fen.
  public var amountFen: Int64

  public init(cover: InsuranceCover, amountFen: Int64) {
    self.cover = cover
    self.amountFen = amountFen
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    cover = try fields.code("cover")
    amountFen = try fields.fen("amountFen")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("cover", code: cover)
    object.set("amountFen", amountFen)
    return .object(object)
  }
}
