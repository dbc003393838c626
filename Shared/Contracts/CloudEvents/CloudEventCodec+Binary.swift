extension CloudEventCodec {
  /// Reads the attributes from `ce_` headers and takes the value as data.
  static func binary(
    _ value: [UInt8], headers: [Header], contentType: String?
  ) throws(ContractViolation) -> CloudEvent {
    var builder = CloudEventBuilder()
    for header in headers where header.name.hasPrefix(attributePrefix) {
      // A header without a value says that the attribute is not set.
      guard let bytes = header.value else { continue }
      let name = String(header.name.dropFirst(attributePrefix.count))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw ContractViolation(.utf8Invalid, field: AttributeRules.shown(name))
      }
      // The content type has a header of its own in this mode (binding §3.2.1).
      guard name != "datacontenttype" else { continue }
      try builder.set(name, text)
    }
    if let contentType { try builder.set("datacontenttype", contentType) }
    return try builder.event(payload: value.isEmpty ? nil : .bytes(value))
  }

  /// Writes an event in binary mode: attributes as `ce_` headers, the data as the value.
  ///
  /// An event without data is written with an empty value, never a null one: that would be a tombstone.
  public static func encodeBinary(_ event: CloudEvent) -> (headers: [Header], value: [UInt8]) {
    var headers: [Header] = []
    headers.reserveCapacity(8 + event.extensions.count)
    forEachBinaryHeader(of: event) { headers.append(($0, Array($1.utf8))) }
    return (headers, event.data ?? [])
  }

  /// The headers of an event in binary mode, name and value.
  public static func forEachBinaryHeader(of event: CloudEvent, _ body: (String, String) -> Void) {
    func put(_ name: String, _ value: String?) {
      if let value { body(name, value) }
    }
    put("ce_specversion", "1.0")
    put("ce_id", event.id)
    put("ce_source", event.source)
    put("ce_type", event.type.rawValue)
    put("ce_subject", event.subject)
    put("ce_time", event.time.map(RFC3339.text(of:)))
    put("ce_dataschema", event.dataSchema)
    for attribute in event.extensions { put(attributePrefix + attribute.name.rawValue, attribute.value) }
    put(contentTypeHeader, event.dataContentType ?? (event.payload == nil ? nil : "application/json"))
  }
}
