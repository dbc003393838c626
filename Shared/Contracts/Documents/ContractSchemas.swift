/// The JSON Schemas of all events, as a running service hands them out: the files in `Schemas`, put into the executable by
/// `deploy/tools/embed-schemas`.
public enum ContractSchemas {
  /// Every event type that has a schema, sorted.
  public static let types: [EventType] = bodies.map(\.name).sorted().map(EventType.init(rawValue:))

  /// The whole schema of a type, ready to validate with; nil for a type that there is not.
  public static func schema(of type: EventType) -> JSON? {
    guard var schema = body(of: type)?.object else { return nil }
    var members = [
      JSONMember(name: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
      JSONMember(name: "$id", value: .string(type.schemaID)), JSONMember(name: "title", value: .string(type.rawValue)),
    ]
    let examples = schema["examples"]
    schema["examples"] = nil
    members += schema.members
    let used = definitions(usedBy: [.object(schema)])
    if !used.isEmpty { members.append(JSONMember(name: "$defs", value: .object(JSONObject(used)))) }
    if let examples { members.append(JSONMember(name: "examples", value: examples)) }
    return .object(JSONObject(members))
  }

  /// The schema without what follows from its type and without definitions: `#/$defs/…` points to `definitions`.
  public static func body(of type: EventType) -> JSON? {
    bodies.first { $0.name == type.rawValue }.flatMap { parse($0.text) }
  }

  /// What these schemas refer to by `#/$defs/…`, and what that refers to, by name in the order of names.
  public static func definitions(usedBy schemas: [JSON]) -> [JSONMember] {
    var found: [String: JSON] = [:]
    var open = schemas
    while let schema = open.popLast() {
      for name in references(in: schema) where found[name] == nil {
        guard let text = shared[name], let definition = parse(text) else { continue }
        found[name] = definition
        open.append(definition)
      }
    }
    return found.sorted { $0.key < $1.key }.map { JSONMember(name: $0.key, value: $0.value) }
  }

  /// The words that schemas share, sorted.
  public static let words: [String] = shared.keys.sorted()

  /// The names in the references of a schema; examples are no part of it.
  private static func references(in schema: JSON) -> [String] {
    switch schema {
    case .object(let object):
      object.members.flatMap { member in
        if member.name == "examples" { return [String]() }
        if member.name == "$ref", let target = member.value.string, target.hasPrefix("#/$defs/") {
          return [String(target.dropFirst(8))]
        }
        return references(in: member.value)
      }
    case .array(let elements): elements.flatMap(references)
    default: []
    }
  }

  private static let bodies = lines(SchemaData.text)
  private static let shared = Dictionary(lines(SchemaDefinitionData.text).map { ($0.name, $0.text) }) { first, _ in
    first
  }

  /// A name, a space, and JSON in the rest of the line.
  private static func lines(_ text: StaticString) -> [(name: String, text: Substring)] {
    text.description.split(separator: "\n").compactMap { line in
      guard let space = line.firstIndex(of: " ") else { return nil }
      return (String(line[..<space]), line[line.index(after: space)...])
    }
  }

  private static func parse(_ text: Substring) -> JSON? { try? JSON(parsing: Array(text.utf8)) }
}
