import Contracts

/// The parameters of operations.
enum OpenAPIParameters {
  /// Headers that many operations take.
  static let shared: JSON = [
    "IdempotencyKey": [
      "name": "Idempotency-Key", "in": "header", "required": false, "schema": ["type": "string", "maxLength": 255],
      "description":
        "A key of the caller's own: sent again with the same key, the request gets the answer of the first time.",
    ],
    "IfMatch": [
      "name": "If-Match", "in": "header", "required": false, "schema": ["type": "string"],
      "description": "The ETag that was seen: the change is made on that version, or answered 412.",
    ],
    "IfMatchRequired": [
      "name": "If-Match", "in": "header", "required": true, "schema": ["type": "string"],
      "description": "The ETag that was seen; without it the answer is 428.",
    ],
  ]

  static func all(of route: HTTPCards.Route) -> [JSON] {
    let path = names(in: route.path).map { name -> JSON in
      ["name": .string(name), "in": "path", "required": true, "schema": ["type": "string"]]
    }
    let queries = route.queries.map { field -> JSON in
      var parameter: JSONObject = [
        "name": .string(field.name), "in": "query", "required": .bool(!field.isOptional),
        "schema": field.type.schema,
      ]
      if !field.about.isEmpty { parameter.set("description", field.about) }
      if case .list = field.type { parameter.set("explode", false) }
      return .object(parameter)
    }
    let headers = route.marks.map { mark -> JSON in
      switch mark {
      case .once: ["$ref": "#/components/parameters/IdempotencyKey"]
      case .match: ["$ref": "#/components/parameters/IfMatch"]
      case .matched: ["$ref": "#/components/parameters/IfMatchRequired"]
      }
    }
    return path + queries + headers
  }

  /// What stands in braces in a path.
  static func names(in path: String) -> [String] {
    path.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
  }
}
