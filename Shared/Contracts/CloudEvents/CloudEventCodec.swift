/// The Kafka protocol binding of CloudEvents 1.0.2.
///
/// Everything that comes in is treated as hostile: each way of being wrong is a `ContractViolation`, never a crash.
public enum CloudEventCodec {
  /// A record header; a header can be without a value.
  public typealias Header = (name: String, value: [UInt8]?)

  /// The longest id, source, type or subject, in bytes; together they must fit an index of the database.
  public static let identityLimit = 256
  /// The longest other attribute, in bytes.
  public static let attributeLimit = 1024
  /// The most extension attributes an event may have.
  public static let maximumExtensions = 32

  static let contentTypeHeader = "content-type"
  static let attributePrefix = "ce_"
  static let structuredType = "application/cloudevents"

  /// Reads an event from a record, in whichever mode it is.
  ///
  /// Structured when the content type begins with `application/cloudevents`; binary when there are `ce_` headers;
  /// structured also when there are none and the value is JSON (or of no declared type) with a `specversion`: many
  /// producers forget the header.
  /// - Throws: `tombstone` for a null value: events are facts, and a fact is not deleted by its key.
  public static func decode(
    value: [UInt8]?, headers: [Header], limits: JSONLimits = JSONLimits()
  ) throws(ContractViolation) -> CloudEvent {
    guard let value else { throw ContractViolation(.tombstone, field: "value") }
    guard value.count <= limits.maximumBytes else {
      throw ContractViolation(
        .valueTooLarge, field: "value", message: "The record has more than \(limits.maximumBytes) bytes.")
    }
    let contentType = try contentType(in: headers)
    if let contentType, contentType != "application/json" {
      let essence = MediaType.essence(contentType)
      if essence.hasPrefix(structuredType) {
        return try structured(value, contentType: contentType, essence: essence, limits: limits)
      }
    }
    if headers.contains(where: { $0.name.hasPrefix(attributePrefix) }) {
      return try binary(value, headers: headers, contentType: contentType)
    }
    guard MediaType.isJSON(contentType) else { throw ContractViolation(.notCloudEvent, field: "value") }
    return try structured(value, contentType: nil, essence: nil, limits: limits)
  }

  private static func contentType(in headers: [Header]) throws(ContractViolation) -> String? {
    var found: String?
    for header in headers where isContentType(header.name) {
      guard let value = header.value else { continue }
      guard found == nil else { throw ContractViolation(.attributeDuplicated, field: contentTypeHeader) }
      guard let text = String(validating: value, as: UTF8.self) else {
        throw ContractViolation(.utf8Invalid, field: contentTypeHeader)
      }
      found = try AttributeRules.checked(text, name: "datacontenttype")
    }
    return found
  }

  /// Whether a header is the content type, in whatever case: producers differ.
  private static func isContentType(_ name: String) -> Bool {
    name == contentTypeHeader
      || (name.utf8.count == contentTypeHeader.utf8.count && name.lowercased() == contentTypeHeader)
  }
}
