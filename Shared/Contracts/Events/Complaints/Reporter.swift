/// Who complains. Everything here is secret (环境保护法 §57): it is sealed at the door and never leaves `petitions` in the
/// clear.
public struct Reporter: JSONConvertible {
  /// Name.
  public var name: String?
  /// Telephone number, as dialled.
  public var phone: String?
  /// E-mail address.
  public var email: String?
  /// Postal address.
  public var address: String?
  /// The complainant wants to stay unnamed even to those who handle the case.
  public var anonymous: Bool?
  /// The identity sealed by the hotline itself with the bureau's published key, in place of the fields above.
  public var sealed: [UInt8]?

  public init(
    name: String? = nil, phone: String? = nil, email: String? = nil, address: String? = nil,
    anonymous: Bool? = nil, sealed: [UInt8]? = nil
  ) {
    self.name = name
    self.phone = phone
    self.email = email
    self.address = address
    self.anonymous = anonymous
    self.sealed = sealed
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    name = try fields.optionalText("name", limit: 256)
    phone = try fields.optionalString("phone", limit: 64)
    email = try fields.optionalString("email", limit: 320)
    address = try fields.optionalText("address", limit: 1024)
    anonymous = try fields.optionalBool("anonymous")
    sealed = try fields.optionalBase64("sealed", limit: 8192)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("name", name)
    object.set("phone", phone)
    object.set("email", email)
    object.set("address", address)
    object.set("anonymous", anonymous)
    object.set("sealed", base64: sealed)
    return .object(object)
  }
}
