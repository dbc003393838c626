/// One piece of material sent with a complaint, by address.
public struct Attachment: JSONConvertible {
  /// Where the bytes can be fetched by the bureau.
  public var uri: String
  /// SHA-256 of the bytes: what is fetched later must be what was sent.
  public var sha256: String
  /// Size in bytes.
  public var size: Int
  /// Media type (RFC 9110).
  public var mediaType: String

  public init(
    uri: String, sha256: String, size: Int, mediaType: String
  ) {
    self.uri = uri
    self.sha256 = sha256
    self.size = size
    self.mediaType = mediaType
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    uri = try fields.string("uri", limit: 2048)
    sha256 = try fields.sha256("sha256")
    size = try fields.integer("size")
    mediaType = try fields.string("mediaType")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("uri", uri)
    object.set("sha256", sha256)
    object.set("size", size)
    object.set("mediaType", mediaType)
    return .object(object)
  }
}
