import Contracts

/// Which fields the data of each event have, as the schemas of the public contract say.
enum EventFields {
  /// The events that are told on by messages: what the other services tell.
  static func isTold(_ type: EventType) -> Bool {
    ContractCatalogue.contracts.contains { $0.type == type && EventFilter.topics.contains($0.topic) }
  }

  /// The shape of an event's data; nil for a type that nobody is told of.
  static func shape(of type: EventType) -> FieldShape? {
    guard isTold(type), let schema = ContractSchemas.body(of: type) else { return nil }
    let definitions = ContractSchemas.definitions(usedBy: [schema])
    return shape(schema, Dictionary(definitions.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The shape that a schema describes.
  /// - Parameter definitions: what `#/$defs/…` refers to, by name; no definition of the contract holds itself.
  static func shape(_ schema: JSON, _ definitions: [String: JSON]) -> FieldShape {
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      return definitions[String(name)].map { shape($0, definitions) } ?? .single(.text)
    }
    if let properties = schema["properties"]?.object {
      let fields = properties.members.map { ($0.name, shape($0.value, definitions)) }
      return .object(Dictionary(fields, uniquingKeysWith: { first, _ in first }))
    }
    if schema["oneOf"] != nil || schema["enum"] != nil { return .single(.code) }
    switch (schema["type"]?.string, schema["format"]?.string) {
    case ("array", _): return .list(schema["items"].map { shape($0, definitions) } ?? .single(.text))
    case ("integer", _), ("number", _): return .single(.number)
    case ("boolean", _): return .single(.flag)
    case (_, "date-time"): return .single(.instant)
    case (_, "date"): return .single(.day)
    default: return .single(.text)
    }
  }
}
