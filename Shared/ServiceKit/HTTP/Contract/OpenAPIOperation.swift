import Contracts

/// One route as an operation of the document.
struct OpenAPIOperation {
  let route: HTTPCards.Route
  let problems: OpenAPIProblems

  func json() throws(HTTPContractError) -> JSON {
    var operation = JSONObject()
    operation.set("operationId", id)
    operation.set("tags", [route.group])
    operation.set("summary", route.summary)
    operation.set("security", security)
    let parameters = OpenAPIParameters.all(of: route)
    if !parameters.isEmpty { operation.set("parameters", .array(parameters)) }
    if let body = route.body {
      var contents = JSONObject()
      contents.set(
        route.isForm ? "application/x-www-form-urlencoded" : "application/json",
        .object(content(body, examples: route.bodyExamples)))
      operation.set("requestBody", ["required": .bool(!route.isBodyOptional), "content": .object(contents)])
    }
    var responses = JSONObject()
    for answer in route.answers { responses.set(String(answer.status), response(answer)) }
    for (status, response) in try problems.responses(of: route) where responses[status] == nil {
      responses.set(status, response)
    }
    operation.set("responses", .object(responses))
    return .object(operation)
  }

  /// `post-v1-petitions-id-accept`.
  private var id: String {
    let words = route.path.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return "\(route.method.lowercased())-\(words)"
  }

  /// One of several: a token with any of the roles.
  private var security: JSON {
    switch route.access {
    case .open: []
    case .token: [["bearer": []]]
    case .roles(let roles): .array(roles.map { ["bearer": [.string($0.rawValue)]] })
    }
  }

  private func response(_ answer: HTTPCards.Answer) -> JSON {
    var response: JSONObject = ["description": .string(Self.words(answer.status))]
    var content = JSONObject()
    if let type = answer.type {
      content.set("application/json", .object(self.content(type, examples: answer.examples)))
    }
    for media in answer.media {
      content.set(media, ["schema": media.hasSuffix("json") ? [:] : ["type": "string"]])
    }
    if !content.members.isEmpty { response.set("content", .object(content)) }
    if answer.isTagged {
      response.set(
        "headers",
        ["ETag": ["description": "The version, for If-Match.", "schema": ["type": "string"]]])
    }
    return .object(response)
  }

  private func content(_ type: HTTPType, examples: [JSON]) -> JSONObject {
    var content: JSONObject = ["schema": type.schema]
    if examples.count == 1 { content.set("example", examples[0]) }
    if examples.count > 1 {
      var named = JSONObject()
      for (index, example) in examples.enumerated() { named.set("example-\(index + 1)", ["value": example]) }
      content.set("examples", .object(named))
    }
    return content
  }

  private static func words(_ status: Int) -> String {
    switch status {
    case 200: "Done."
    case 201: "Made."
    case 202: "Taken; it goes on by itself."
    case 204: "Done; there is nothing to say."
    case 304: "Not changed."
    case 400...: "Refused."
    default: "Answered."
    }
  }
}
