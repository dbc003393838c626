/// One head of loss with its amount.
public struct LossLine: JSONConvertible {
  /// Which.
  public var head: LossHead
  /// The amount, in fen.
  public var amountFen: Int64

  public init(head: LossHead, amountFen: Int64) {
    self.head = head
    self.amountFen = amountFen
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    head = try fields.code("head")
    amountFen = try fields.fen("amountFen")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("head", code: head)
    object.set("amountFen", amountFen)
    return .object(object)
  }
}
