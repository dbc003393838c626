/// Where a piece of evidence is kept; the evidence itself does not travel.
public struct EvidenceReference: JSONConvertible {
  /// Its address in the keeper's store.
  public var uri: String
  /// SHA-256 of its bytes.
  public var sha256: String?
  /// What it is, such as `photo`, `monitoring-report`, `record`.
  public var kind: String?

  public init(
    uri: String, sha256: String? = nil, kind: String? = nil
  ) {
    self.uri = uri
    self.sha256 = sha256
    self.kind = kind
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    uri = try fields.string("uri")
    sha256 = try fields.optionalSHA256("sha256")
    kind = try fields.optionalString("kind")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("uri", uri)
    object.set("sha256", sha256)
    object.set("kind", kind)
    return .object(object)
  }
}
