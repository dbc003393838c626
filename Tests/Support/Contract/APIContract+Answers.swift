import Foundation

extension APIContract {
  /// How a real answer differs from what the document says: its status, its media type, every member of its body, and the code
  /// of a problem.
  /// - Parameters:
  ///   - uri: the path as it was called; what follows a question mark does not matter.
  ///   - mediaType: the `Content-Type`, nil when the answer has none.
  ///   - isTagged: whether it carried an `ETag`.
  public func faults(
    _ method: String, _ uri: String, status: Int, mediaType: String?, isTagged: Bool, body: [UInt8]
  ) -> [String] {
    guard let operation = operation(method, uri) else {
      return [404, 405].contains(status) ? [] : ["\(method) \(uri): answers \(status), and is not described"]
    }
    let place = "\(operation.name) \(status)"
    guard let response = operation.node["responses"]?[String(status)] else {
      return ["\(place): the status is not described\(Self.code(of: body).map { " (\($0))" } ?? "")"]
    }
    var found: [String] = []
    if isTagged, status < 300, response.at("headers", "ETag") == nil { found.append("\(place): ETag is not described") }
    let contents = response["content"]?.members ?? [:]
    if body.isEmpty {
      // A text may be empty: a pool that nobody is in.
      return found + (contents.isEmpty || contents["text/plain"] != nil ? [] : ["\(place): the body is missing"])
    }
    let media = String((mediaType ?? "").prefix { $0 != ";" && $0 != " " })
    guard let content = contents[media] else { return found + ["\(place): \(media) is not described"] }
    guard media.hasSuffix("json") else { return found }
    guard let json = try? JSONDecoder().decode(JSONNode.self, from: Data(body)) else {
      return found + ["\(place): the body is no JSON"]
    }
    if media == "application/problem+json", let code = json["code"]?.text,
      response["x-codes"]?.texts.contains(code) != true
    {
      found.append("\(place): the code \(code) is not described")
    }
    return found + check.faults(json, content["schema"] ?? .null, at: place)
  }

  /// What does not fit of the examples of the document.
  public var faultsOfExamples: [String] {
    operations.flatMap { operation -> [String] in
      let bodies = [("request", operation.node["requestBody"] ?? .null)] + (operation.node["responses"]?.members ?? [:])
      return bodies.flatMap { place, body in
        (body["content"]?.members ?? [:]).values.flatMap { content in
          Self.examples(content).flatMap {
            check.faults($0, content["schema"] ?? .null, at: "\(operation.name) \(place) example")
          }
        }
      }
    }
  }

  /// The operations whose answer or body says no more than that it is JSON.
  public var loose: [String] {
    operations.filter { operation in
      let answers = (operation.node["responses"]?.members ?? [:]).filter { $0.key < "400" }.values
      let contents = (answers + [operation.node["requestBody"] ?? .null]).flatMap { ($0["content"]?.members ?? [:]) }
      return contents.contains { $0.key.hasSuffix("json") && Self.isLoose($0.value["schema"] ?? .null) }
    }.map(\.name)
  }

  private var check: SchemaCheck { SchemaCheck(types: document.at("components", "schemas")?.members ?? [:]) }

  private static func isLoose(_ schema: JSONNode) -> Bool {
    schema.members.isEmpty || (schema["type"]?.text == "object" && schema.members.count == 1)
  }

  private static func examples(_ content: JSONNode) -> [JSONNode] {
    [content["example"]].compactMap(\.self) + (content["examples"]?.members ?? [:]).values.compactMap { $0["value"] }
  }

  private static func code(of body: [UInt8]) -> String? {
    (try? JSONDecoder().decode(JSONNode.self, from: Data(body)))?["code"]?.text
  }
}
