import Contracts

/// The context attributes of an event by name, as filters see them. The data is not among them.
///
/// All are text: the Kafka protocol binding carries no other type, and CESQL casts text where a number is meant.
struct EventAttributes: Sendable {
  private let values: [String: String]

  init(_ event: CloudEvent) {
    var values = [
      "specversion": "1.0", "id": event.id, "source": event.source, "type": event.type.rawValue,
      "datacontenttype": event.dataContentType ?? "application/json",
    ]
    values["subject"] = event.subject
    values["time"] = event.time.map { RFC3339.text(of: $0) }
    values["dataschema"] = event.dataSchema
    for attribute in event.extensions { values[attribute.name.rawValue] = attribute.value }
    self.values = values
  }

  /// The attribute's text; nil when the event has none of this name.
  subscript(name: String) -> String? { values[name] }
}
