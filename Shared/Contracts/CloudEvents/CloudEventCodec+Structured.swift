extension CloudEventCodec {
  /// Reads attributes and data from one JSON object (CloudEvents JSON format 1.0.2).
  /// - Parameter contentType: nil when none was declared and the value only looks like an event.
  static func structured(
    _ value: [UInt8], contentType: String?, essence: String?, limits: JSONLimits
  ) throws(ContractViolation) -> CloudEvent {
    if let contentType, let essence {
      guard !essence.hasPrefix("application/cloudevents-batch") else {
        throw ContractViolation(.batchNotSupported, field: contentTypeHeader)
      }
      guard essence == structuredType || essence == "application/cloudevents+json", MediaType.isUTF8(contentType) else {
        throw ContractViolation(.formatNotSupported, field: contentTypeHeader)
      }
    }
    let json: JSON
    do { json = try JSON(parsing: value, limits: limits) } catch { throw ContractViolation(error, field: "value") }
    if case .array = json { throw ContractViolation(.batchNotSupported, field: "value") }
    guard case .object(let object) = json else { throw ContractViolation(.notCloudEvent, field: "value") }
    guard contentType != nil || object["specversion"] != nil else {
      throw ContractViolation(.notCloudEvent, field: "value")
    }
    return try event(from: object)
  }

  /// Reads an event from its JSON object.
  static func event(from object: JSONObject) throws(ContractViolation) -> CloudEvent {
    var builder = CloudEventBuilder()
    var data: JSON?
    var base64: JSON?
    var contentType: String?
    for member in object.members {
      switch member.name {
      case "data": data = member.value
      case "data_base64": base64 = member.value.isNull ? nil : member.value
      default:
        guard let text = try attributeText(member) else { continue }
        if member.name == "datacontenttype" { contentType = text }
        try builder.set(member.name, text)
      }
    }
    return try builder.event(payload: try payload(data: data, base64: base64, contentType: contentType))
  }

  /// The canonical text of an attribute's value; nil for `null`, which means "not set".
  private static func attributeText(_ member: JSONMember) throws(ContractViolation) -> String? {
    switch member.value {
    case .string(let text): return text
    case .null: return nil
    case .bool(let value) where !AttributeRules.core.contains(member.name): return value ? "true" : "false"
    case .number(let text) where !AttributeRules.core.contains(member.name) && Int32(text) != nil: return text
    case .bool, .number, .array, .object:
      throw ContractViolation(
        .attributeInvalid, field: AttributeRules.shown(member.name),
        message: "An attribute must be a string; an extension may also be a boolean or an integer of 32 bits.")
    }
  }

  private static func payload(
    data: JSON?, base64: JSON?, contentType: String?
  ) throws(ContractViolation) -> CloudEventPayload? {
    if let base64 {
      guard data == nil else { throw ContractViolation(.fieldConflict, field: "data_base64") }
      guard case .string(let text) = base64, let bytes = Base64.decode(text) else {
        throw ContractViolation(.dataInvalid, field: "data_base64", message: "Expected Base64 (RFC 4648 §4).")
      }
      return .bytes(bytes)
    }
    guard let data, !data.isNull else { return nil }
    // Data of another type than JSON stands in `data` as a string that is the data itself (JSON format §3.1.1).
    if case .string(let text) = data, !MediaType.isJSON(contentType) { return .bytes(Array(text.utf8)) }
    return .json(data)
  }

  /// The event as one JSON object, for webhooks and for producers that cannot set headers.
  public static func encodeStructured(_ event: CloudEvent) -> [UInt8] {
    structuredJSON(event).bytes
  }

  /// The event as a JSON value.
  public static func structuredJSON(_ event: CloudEvent) -> JSON {
    var object = JSONObject()
    object.set("specversion", "1.0")
    object.set("id", event.id)
    object.set("source", event.source)
    object.set("type", event.type.rawValue)
    object.set("subject", event.subject)
    object.set("time", event.time)
    object.set("datacontenttype", event.dataContentType ?? (event.payload == nil ? nil : "application/json"))
    object.set("dataschema", event.dataSchema)
    for attribute in event.extensions { object.set(attribute.name.rawValue, attribute.value) }
    switch event.payload {
    case .json(let json): object.set("data", json)
    case .bytes(let bytes):
      if MediaType.isJSON(event.dataContentType), let json = try? JSON(parsing: bytes) {
        object.set("data", json)
      } else {
        object.set("data_base64", Base64.encode(bytes))
      }
    case nil: break
    }
    return .object(object)
  }
}
