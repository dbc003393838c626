/// Whom a complaint is about, as far as the complainant knows.
public struct ComplaintSubject: JSONConvertible {
  /// Unified social credit code of eighteen characters (GB 32100-2015). Its check character is checked by the service.
  public var uscc: String?
  /// What people call the place or workshop, for those that have no code.
  public var siteName: String?

  public init(
    uscc: String? = nil, siteName: String? = nil
  ) {
    self.uscc = uscc
    self.siteName = siteName
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    uscc = try fields.optionalString("uscc")
    siteName = try fields.optionalText("siteName", limit: 512)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("uscc", uscc)
    object.set("siteName", siteName)
    return .object(object)
  }
}
