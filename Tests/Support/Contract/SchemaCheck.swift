import Foundation

/// Holds JSON against the schemas of a document, more strictly than JSON Schema does: a member that the schema does not name is
/// a fault too, so that what a service answers and what its document says are the same.
///
/// Knows the words of JSON Schema that our documents use, and says so when one is met that it does not know.
struct SchemaCheck {
  private static let known: Set<String> = [
    "$ref", "type", "properties", "required", "items", "additionalProperties", "enum", "const", "anyOf", "oneOf",
    "format",
    "pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems",
    "description", "title", "examples", "example", "default", "contentEncoding",
  ]

  /// The types of the document by name.
  let types: [String: JSONNode]

  /// What does not fit, each with its place.
  func faults(_ value: JSONNode, _ schema: JSONNode, at place: String) -> [String] {
    if let name = schema["$ref"]?.text?.split(separator: "/").last {
      guard let type = types[String(name)] else { return ["\(place): there is no type \(name)"] }
      return faults(value, type, at: place)
    }
    let strange = schema.members.keys.filter { !Self.known.contains($0) && !$0.hasPrefix("x-") }
    guard strange.isEmpty else { return ["\(place): \(strange.sorted()) is not checked"] }
    if let choices = schema["anyOf"] ?? schema["oneOf"] { return fewest(value, choices.list, place) }
    if let constant = schema["const"] { return constant == value ? [] : ["\(place): is not \(constant)"] }
    if let words = schema["enum"] {
      return words.list.contains(value) ? [] : ["\(place): \(value) is none of the words"]
    }
    guard let type = schema["type"]?.text else { return [] }
    guard Self.isOf(type, value) else { return ["\(place): \(value) is no \(type)"] }
    switch value {
    case .object(let members): return object(members, schema, place)
    case .list(let elements): return list(elements, schema, place)
    case .text(let text): return Self.text(text, schema, place)
    case .number(let number):
      let isWithin =
        number >= schema["minimum"]?.number ?? -.infinity && number <= schema["maximum"]?.number ?? .infinity
      return isWithin ? [] : ["\(place): \(number) is out of bounds"]
    default: return []
    }
  }

  private func fewest(_ value: JSONNode, _ choices: [JSONNode], _ place: String) -> [String] {
    choices.map { faults(value, $0, at: place) }.min { $0.count < $1.count } ?? []
  }

  private func object(_ members: [String: JSONNode], _ schema: JSONNode, _ place: String) -> [String] {
    let missing = (schema["required"]?.texts ?? []).filter { members[$0] == nil }.map { "\(place).\($0): is missing" }
    if let rest = schema["additionalProperties"], schema["properties"] == nil {
      return missing + members.sorted { $0.key < $1.key }.flatMap { faults($0.value, rest, at: "\(place){}") }
    }
    guard let properties = schema["properties"]?.members else { return missing }
    return missing
      + members.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
        guard let property = properties[name] else { return ["\(place).\(name): is not described"] }
        return faults(value, property, at: "\(place).\(name)")
      }
  }

  private func list(_ elements: [JSONNode], _ schema: JSONNode, _ place: String) -> [String] {
    let count = Double(elements.count)
    let isWithin = count >= schema["minItems"]?.number ?? 0 && count <= schema["maxItems"]?.number ?? .infinity
    guard let items = schema["items"] else { return isWithin ? [] : ["\(place): \(elements.count) items"] }
    return (isWithin ? [] : ["\(place): \(elements.count) items"])
      + elements.flatMap { faults($0, items, at: "\(place)[]") }
  }

  private static func isOf(_ type: String, _ value: JSONNode) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .list), ("string", .text), ("boolean", .flag), ("null", .null): true
    case ("number", .number): true
    case ("integer", .number(let number)): number.rounded() == number
    default: false
    }
  }

  private static func text(_ text: String, _ schema: JSONNode, _ place: String) -> [String] {
    let count = Double(text.unicodeScalars.count)
    if count < schema["minLength"]?.number ?? 0 || count > schema["maxLength"]?.number ?? .infinity {
      return ["\(place): a text of \(Int(count)) is out of bounds"]
    }
    if let pattern = schema["pattern"]?.text, text.range(of: pattern, options: .regularExpression) == nil {
      return ["\(place): \(text) does not match \(pattern)"]
    }
    let isForm =
      switch schema["format"]?.text {
      case nil: true
      case "uuid": UUID(uuidString: text) != nil
      case "date": text.wholeMatch(of: #/[0-9]{4}-[0-9]{2}-[0-9]{2}/#) != nil
      case "date-time": text.wholeMatch(of: #/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]{5})/#) != nil
      default: false
      }
    return isForm ? [] : ["\(place): \(text) has not the form \(schema["format"]?.text ?? "")"]
  }
}
