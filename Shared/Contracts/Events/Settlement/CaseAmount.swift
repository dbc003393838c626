public import FoundationEssentials

/// What one case of several comes to.
public struct CaseAmount: JSONConvertible {
  /// The case.
  public var caseId: UUID
  /// Its own amount, in fen.
  public var amountFen: Int64

  public init(
    caseId: UUID, amountFen: Int64
  ) {
    self.caseId = caseId
    self.amountFen = amountFen
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    amountFen = try fields.fen("amountFen")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("amountFen", amountFen)
    return .object(object)
  }
}
