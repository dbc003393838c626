public import Contracts

/// The OpenAPI 3.1 document of a service, made from its contract.
public struct OpenAPIDocument: Sendable {
  private let contract: HTTPContract
  private let cards: HTTPCards

  /// - Throws: when the contract cannot be read.
  public init(_ contract: HTTPContract) throws(HTTPContractError) {
    self.contract = contract
    cards = try contract.cards()
  }

  /// The document.
  /// - Throws: for a type or a problem that is named and not there.
  public func json() throws(HTTPContractError) -> JSON {
    let problems = OpenAPIProblems(cards.problems)
    var paths = JSONObject()
    for route in cards.routes {
      var item = paths[route.path]?.object ?? JSONObject()
      guard item[route.method.lowercased()] == nil else {
        throw HTTPContractError(line: route.name, reason: "the route is described twice")
      }
      item.set(route.method.lowercased(), try OpenAPIOperation(route: route, problems: problems).json())
      paths.set(route.path, .object(item))
    }
    var document = JSONObject()
    document.set("openapi", "3.1.0")
    document.set("info", info)
    document.set("servers", [["url": "/"]])
    document.set("security", [])
    document.set("tags", .array(cards.groups.map { ["name": .string($0.name), "description": .string($0.about)] }))
    document.set("paths", .object(paths))
    document.set("components", try components())
    document.set("x-problems", problems.table)
    return .object(document)
  }

  private var info: JSON {
    [
      "title": .string(contract.title), "version": "1.0.0", "description": .string(contract.summary),
      "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
    ]
  }

  private func components() throws(HTTPContractError) -> JSON {
    [
      "schemas": try schemas(), "parameters": OpenAPIParameters.shared,
      "securitySchemes": [
        "bearer": [
          "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
          "description": "A token of the configured issuer, with the claims roles and regions.",
        ]
      ],
    ]
  }

  /// The contract's own types, and what they take from the schemas of events.
  private func schemas() throws(HTTPContractError) -> JSON {
    var found = JSONObject()
    for (name, type) in cards.types { found.set(name, type.schema) }
    let used =
      cards.types.flatMap(\.type.names)
      + cards.routes.flatMap { route in
        ([route.body] + route.answers.map(\.type)).compactMap(\.self).flatMap(\.names)
          + route.queries.flatMap(\.type.names)
      }
    var foreign: [JSON] = []
    for name in Set(used).sorted() where found[name] == nil {
      if let body = ContractSchemas.body(of: EventType(rawValue: name)) {
        found.set(name, body.relocated)
        foreign.append(body)
      } else if ContractSchemas.words.contains(name) {
        foreign.append(["$ref": .string("#/$defs/\(name)")])
      } else {
        throw HTTPContractError(line: name, reason: "no type of this name")
      }
    }
    for word in ContractSchemas.definitions(usedBy: foreign) {
      guard !cards.types.contains(where: { $0.name == word.name }) else {
        throw HTTPContractError(
          line: word.name, reason: "the schemas of events have this word with a meaning of its own")
      }
      found.set(word.name, word.value.relocated)
    }
    return .object(found)
  }
}
