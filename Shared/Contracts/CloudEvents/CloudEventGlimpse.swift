/// What can still be made out of a record that is refused, so that its receipt finds its way back to the sender.
///
/// Best effort: every value is as hostile as the record, and only those that could stand in a good event are shown.
public struct CloudEventGlimpse: Sendable, Equatable {
  public var id: String?
  public var source: String?
  public var type: String?
  /// The `externalId` of the data.
  public var externalId: String?

  /// Looks at a record in either mode; never fails.
  public init(value: [UInt8]?, headers: [CloudEventCodec.Header], limits: JSONLimits = JSONLimits()) {
    let json = value.flatMap { try? JSON(parsing: $0, limits: limits) }
    func attribute(_ name: String) -> String? {
      let header = headers.first { $0.name == CloudEventCodec.attributePrefix + name }?.value
      let text = header.flatMap { String(validating: $0, as: UTF8.self) } ?? json?[name]?.string
      return text.flatMap { try? AttributeRules.checked($0, name: name) }
    }
    id = attribute("id")
    source = attribute("source")
    type = attribute("type")
    let external = json?["data"]?["externalId"]?.string ?? json?["externalId"]?.string
    externalId = external.flatMap {
      try? JSONFields.identifier($0, limit: JSONFields.identifierLimit, field: "externalId")
    }
  }
}
