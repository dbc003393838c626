/// Why a record was rejected.
public struct ReceiptViolation: JSONConvertible {
  /// A stable code, see `ViolationCode`; a later version may know more.
  public var code: String
  /// The field at fault.
  public var field: String
  /// One sentence for people.
  public var message: String
  /// What the sender can do.
  public var remedy: String

  public init(
    code: String, field: String, message: String, remedy: String
  ) {
    self.code = code
    self.field = field
    self.message = message
    self.remedy = remedy
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    code = try fields.string("code")
    field = try fields.string("field")
    message = try fields.text("message", limit: 1024)
    remedy = try fields.text("remedy", limit: 1024)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("code", code)
    object.set("field", field)
    object.set("message", message)
    object.set("remedy", remedy)
    return .object(object)
  }
}
