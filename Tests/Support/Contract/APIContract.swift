import Foundation

/// A service's OpenAPI document, as tests hold the service against it.
public struct APIContract: Sendable {
  /// One operation.
  public struct Operation: Sendable {
    public let method: String
    public let path: String
    let node: JSONNode

    public var name: String { "\(method) \(path)" }
    /// The roles it is for; nil when none is named: open, or for any token.
    public var roles: Set<String>? {
      let named = (node["security"]?.list ?? []).flatMap { $0["bearer"]?.texts ?? [] }
      return named.isEmpty ? nil : Set(named)
    }
    /// Whether it needs no token.
    public var isOpen: Bool { node["security"]?.list.isEmpty ?? true }
    public var queries: Set<String> {
      Set((node["parameters"]?.list ?? []).filter { $0["in"]?.text == "query" }.compactMap { $0["name"]?.text })
    }
    public var takesBody: Bool { node["requestBody"] != nil }
    /// Whether the path leads here.
    func takes(_ parts: [Substring]) -> Bool {
      let own = path.split(separator: "/")
      return own.count == parts.count && zip(own, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
  }

  public let operations: [Operation]
  let document: JSONNode

  /// - Parameter document: the JSON of the document.
  public init(_ document: [UInt8]) throws {
    self.document = try JSONDecoder().decode(JSONNode.self, from: Data(document))
    operations = (self.document["paths"]?.members ?? [:]).sorted { $0.key < $1.key }.flatMap { path, item in
      item.members.sorted { $0.key < $1.key }.map {
        Operation(method: $0.key.uppercased(), path: path, node: $0.value)
      }
    }
  }

  /// The operation of a request; one whose path is written out wins over one with a parameter in its place.
  public func operation(_ method: String, _ uri: String) -> Operation? {
    let parts = uri.prefix { $0 != "?" }.split(separator: "/")
    return operations.filter { $0.method == method && $0.takes(parts) }
      .min { $0.path.count(where: { $0 == "{" }) < $1.path.count(where: { $0 == "{" }) }
  }

  /// The codes that problems may have, with status.
  public var codes: [String: Int] {
    (document["x-problems"]?.members ?? [:]).compactMapValues { $0["status"]?.number.map { Int($0) } }
  }

  /// The operations that another document has not.
  public func operations(beyond other: APIContract) -> [Operation] {
    let known = Set(other.operations.map(\.name))
    return operations.filter { !known.contains($0.name) }
  }

  /// Where the router and these operations differ: each route of the router is described, and nothing else.
  /// - Parameter routes: `METHOD /path`, as the router has them.
  public static func differences(_ operations: [Operation], from routes: [String]) -> [String] {
    // Pages are for people, and no part of the API.
    let apiRoutes = routes.filter { !$0.hasPrefix("HEAD ") && !$0.contains(" /pages/") && !$0.hasSuffix(" /pages") }
    let routes = apiRoutes.map { route -> (method: Substring, parts: [Substring]) in
      let words = route.split(separator: " ")
      return (words[0], words[1].split(separator: "/"))
    }
    let missing = routes.filter { route in
      !operations.contains { $0.method == route.method && fits($0.path, route.parts) }
    }.map { "not described: \($0.method) /\($0.parts.joined(separator: "/"))" }
    let surplus = operations.filter { operation in
      !routes.contains { $0.method == operation.method && fits(operation.path, $0.parts) }
    }.map { "described, and not there: \($0.name)" }
    return missing + surplus
  }

  /// Whether a described path is one that the router's pattern takes; a parameter of the router may be described word by word.
  private static func fits(_ path: String, _ pattern: [Substring]) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == pattern.count && zip(parts, pattern).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
  }
}
