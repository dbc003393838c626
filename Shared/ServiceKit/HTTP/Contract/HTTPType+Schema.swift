import Contracts

extension HTTPType {
  /// The JSON Schema of the type; named ones are references to the document's components.
  var schema: JSON {
    switch self {
    case .plain(let name, let bounds): Self.plain(name, bounds)
    case .words(let words): ["type": "string", "enum": .array(words.map { .string($0) })]
    case .named(let name): ["$ref": .string("#/components/schemas/\(name)")]
    case .list(let type): ["type": "array", "items": type.schema]
    case .map(let type): ["type": "object", "additionalProperties": type.schema]
    case .object(let fields): Self.object(fields)
    case .nullable(let type): ["anyOf": [type.schema, ["type": "null"]]]
    }
  }

  /// The names the type refers to.
  var names: [String] {
    switch self {
    case .plain, .words: []
    case .named(let name): [name]
    case .list(let type), .map(let type), .nullable(let type): type.names
    case .object(let fields): fields.flatMap(\.type.names)
    }
  }

  private static func object(_ fields: [HTTPField]) -> JSON {
    var properties = JSONObject()
    for field in fields { properties.set(field.name, field.schema) }
    var schema: JSONObject = ["type": "object", "properties": .object(properties)]
    let required = fields.filter { !$0.isOptional }.map(\.name)
    if !required.isEmpty { schema.set("required", required) }
    return .object(schema)
  }

  private static func plain(_ name: String, _ bounds: ClosedRange<Int>?) -> JSON {
    var schema = JSONObject()
    switch name {
    case "text", "base64", "codes":
      schema.set("type", "string")
      schema.set("minLength", bounds.flatMap { $0.lowerBound > 0 ? $0.lowerBound : nil })
      schema.set("maxLength", bounds?.upperBound)
      if name == "base64" { schema.set("contentEncoding", "base64") }
      if name == "codes" { schema.set("description", "Codes, separated by commas.") }
    case "uuid": schema = ["type": "string", "format": "uuid"]
    case "instant": schema = ["type": "string", "format": "date-time"]
    case "day": schema = ["type": "string", "format": "date"]
    case "region": schema = ["type": "string", "pattern": "^[0-9]{2,6}$"]
    case "flag": schema.set("type", "boolean")
    case "object": schema.set("type", "object")
    case "integer", "number":
      schema.set("type", name)
      schema.set("minimum", bounds?.lowerBound)
      schema.set("maximum", bounds?.upperBound)
    default: break  // `any` has no bounds.
    }
    return .object(schema)
  }
}

extension HTTPField {
  /// The schema with what the field is.
  var schema: JSON {
    guard !about.isEmpty, var schema = type.schema.object else { return type.schema }
    schema.set("description", about)
    return .object(schema)
  }
}
