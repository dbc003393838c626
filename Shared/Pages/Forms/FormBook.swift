import Contracts
import HTTPTypes
import ServiceKit
import Synchronization

/// The forms of a service's API: what its OpenAPI document says about the body of each route.
final class FormBook: Sendable {
  /// Deeper than any body of ours.
  private static let deepest = 12

  private let contract: HTTPContract
  private let made = Mutex<JSON?>(nil)

  init(_ contract: HTTPContract) { self.contract = contract }

  /// Made when the first page asks: a service is ready before anybody needs a form.
  private var document: JSON {
    if let document = made.withLock({ $0 }) { return document }
    // A test of each service makes sure that its contract can be read.
    let document = (try? OpenAPIDocument(contract).json()) ?? [:]
    made.withLock { $0 = document }
    return document
  }

  private var schemas: JSON { document["components"]?["schemas"] ?? [:] }

  private func operation(_ route: PageAction.Route) -> JSON? {
    document["paths"]?[route.path]?[route.method.rawValue.lowercased()]
  }

  /// The fields of a route's body; none for a route without one.
  func entries(of route: PageAction.Route) -> [FormEntry] {
    guard let content = operation(route)?["requestBody"]?["content"]?["application/json"]?["schema"],
      case .group(let entries) = shape(content, depth: 0)
    else { return [] }
    return entries
  }

  /// Whether a route reads a body, be it an empty object.
  func takesBody(_ route: PageAction.Route) -> Bool { operation(route)?["requestBody"] != nil }

  /// The roles that may call a route; empty for one that the contract does not have.
  func roles(of route: PageAction.Route) -> Set<Role> {
    let security = operation(route)?["security"]?.array ?? []
    return Set(security.flatMap { ($0["bearer"]?.array ?? []).compactMap { $0.string.flatMap(Role.init) } })
  }

  /// Whether a route makes its change on the version that was seen.
  func takesVersion(_ route: PageAction.Route) -> Bool {
    operation(route)?["parameters"]?.array?.contains { parameter in
      parameter["$ref"]?.string?.contains("/IfMatch") == true
    } ?? false
  }

  /// - Parameter around: the types it stands in; one that holds itself is written as JSON.
  private func shape(_ schema: JSON, depth: Int, around: Set<String> = []) -> FormShape {
    guard depth < Self.deepest else { return .json }
    if let name = schema["$ref"]?.string?.split(separator: "/").last.map(String.init) {
      guard !around.contains(name), let schema = schemas[name] else { return .json }
      return shape(schema, depth: depth + 1, around: around.union([name]))
    }
    if let any = schema["anyOf"]?.array ?? schema["allOf"]?.array {
      let real = any.filter { $0["type"]?.string != "null" }
      return real.count == 1 ? shape(real[0], depth: depth + 1, around: around) : .json
    }
    // Words that are each described stand as constants beside one another.
    if let words = schema["oneOf"]?.array { return .choice(words.compactMap { $0["const"]?.string }) }
    if let words = schema["enum"]?.array { return .choice(words.compactMap(\.string)) }
    switch schema["type"]?.string {
    case "string":
      switch schema["format"]?.string {
      case "date": return .day
      case "date-time": return .instant
      default: return .text(longest: schema["maxLength"]?.integer.map { Int($0) })
      }
    case "integer": return .integer(lowest: schema["minimum"]?.integer, highest: schema["maximum"]?.integer)
    case "number": return .number
    case "boolean": return .flag
    case "array": return list(schema["items"] ?? [:], depth: depth, around: around)
    case "object": return object(schema, depth: depth, around: around)
    default: return .json
    }
  }

  private func list(_ items: JSON, depth: Int, around: Set<String>) -> FormShape {
    switch shape(items, depth: depth + 1, around: around) {
    case .text: .texts
    case .choice(let words): .choices(words)
    case .group(let entries): .groups(entries)
    default: .json
    }
  }

  private func object(_ schema: JSON, depth: Int, around: Set<String>) -> FormShape {
    guard let properties = schema["properties"]?.object else { return .json }
    let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
    return .group(
      properties.members.map { member in
        let named = member.value["$ref"] ?? member.value["items"]?["$ref"]
        let scope = named?.string?.split(separator: "/").last.map(String.init)
        return FormEntry(
          name: member.name, shape: shape(member.value, depth: depth + 1, around: around),
          isRequired: required.contains(member.name),
          about: member.value["description"]?.string ?? "", scope: scope)
      })
  }
}
