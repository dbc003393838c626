/// One expert in the order of the draw, up to the last who was needed.
public struct DrawnExpert: JSONConvertible {
  /// The place in the order, from 1.
  public var rank: Int
  /// The expert's number in the pool.
  public var expertNumber: String
  /// Why the next was taken instead; absent for those on the panel.
  public var passedOver: ExpertReplacement?

  public init(
    rank: Int, expertNumber: String, passedOver: ExpertReplacement? = nil
  ) {
    self.rank = rank
    self.expertNumber = expertNumber
    self.passedOver = passedOver
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    rank = try fields.integer("rank")
    expertNumber = try fields.string("expertNumber")
    passedOver = try fields.optionalCode("passedOver")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("rank", rank)
    object.set("expertNumber", expertNumber)
    object.set("passedOver", code: passedOver)
    return .object(object)
  }
}
