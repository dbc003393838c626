/// Gathers the attributes of an event on its way in and checks that it is whole.
struct CloudEventBuilder {
  private var specVersion: String?
  private var id: String?
  private var source: String?
  private var type: String?
  private var subject: String?
  private var time: String?
  private var dataContentType: String?
  private var dataSchema: String?
  private var extensions: [CloudEventAttribute] = []

  /// Takes one attribute.
  mutating func set(_ name: String, _ value: String) throws(ContractViolation) {
    switch name {
    case "specversion": try Self.put(value, name, into: &specVersion)
    case "id": try Self.put(value, name, into: &id)
    case "source": try Self.put(value, name, into: &source)
    case "type": try Self.put(value, name, into: &type)
    case "subject": try Self.put(value, name, into: &subject)
    case "time": try Self.put(value, name, into: &time)
    case "datacontenttype": try Self.put(value, name, into: &dataContentType)
    case "dataschema": try Self.put(value, name, into: &dataSchema)
    default: try setExtension(name, value)
    }
  }

  private mutating func setExtension(_ name: String, _ value: String) throws(ContractViolation) {
    try AttributeRules.checkName(name)
    guard !extensions.contains(where: { $0.name.rawValue == name }) else {
      throw ContractViolation(.attributeDuplicated, field: name)
    }
    guard extensions.count < CloudEventCodec.maximumExtensions else {
      throw ContractViolation(.tooManyAttributes, field: "attributes")
    }
    extensions.append(CloudEventAttribute(.init(rawValue: name), try AttributeRules.checked(value, name: name)))
  }

  private static func put(_ value: String, _ name: String, into slot: inout String?) throws(ContractViolation) {
    guard slot == nil else { throw ContractViolation(.attributeDuplicated, field: name) }
    slot = try AttributeRules.checked(value, name: name)
  }

  /// The event, when all required attributes are there.
  func event(payload: CloudEventPayload?) throws(ContractViolation) -> CloudEvent {
    guard let specVersion else { throw ContractViolation(.attributeMissing, field: "specversion") }
    guard specVersion == "1.0" else { throw ContractViolation(.specVersionUnsupported, field: "specversion") }
    guard let id else { throw ContractViolation(.attributeMissing, field: "id") }
    guard let source else { throw ContractViolation(.attributeMissing, field: "source") }
    guard let type else { throw ContractViolation(.attributeMissing, field: "type") }
    let date = time.flatMap(RFC3339.date(from:))
    if time != nil, date == nil {
      throw ContractViolation(
        .attributeInvalid, field: "time", message: "Expected an instant such as 2026-01-06T08:00:00Z (RFC 3339).")
    }
    return CloudEvent(
      id: id, source: source, type: EventType(rawValue: type), subject: subject, time: date,
      dataContentType: dataContentType, dataSchema: dataSchema, extensions: extensions, payload: payload)
  }
}
