import Contracts
import Support
import Testing

/// What is taken for a breaking change of an HTTP contract: every rule has a change that it finds.
@Suite("Breaking changes of routes")
struct APIComparisonTests {
  private static let document = """
    {"paths":{"/things":{"post":{"security":[{"bearer":["clerk"]},{"bearer":["leader"]}],
      "parameters":[{"name":"limit","in":"query","required":false,"schema":{"type":"integer","minimum":1,"maximum":200}},
        {"$ref":"#/components/parameters/IfMatch"}],
      "requestBody":{"required":false,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Wish"}}}},
      "responses":{"200":{"headers":{"ETag":{}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}},
        "text/csv":{"schema":{"type":"string"}}}},"409":{"x-codes":["taken","gone-before"]}}}},
      "/open":{"get":{"security":[],"responses":{"204":{}}}},"/any":{"get":{"security":[{"bearer":[]}],"responses":{"204":{}}}}},
    "components":{"schemas":{
      "Wish":{"type":"object","properties":{"kind":{"type":"string","enum":["a","b"]},"size":{"type":"integer","maximum":9}}},
      "Thing":{"type":"object","required":["id"],"properties":{"id":{"type":"string","format":"uuid"},
        "state":{"type":"string","enum":["new","old"]},"inner":{"$ref":"#/components/schemas/Thing"}}}}}}
    """

  private func breaks(_ old: String, _ new: String) throws -> [String] {
    let changed = Self.document.replacing(old, with: new)
    try #require(old.isEmpty || changed != Self.document)
    func contract(_ text: String) throws -> ReleasedContract {
      ReleasedContract(openAPI: try JSON(parsing: Array(text.utf8)))
    }
    return APIComparison(released: try contract(Self.document), today: try contract(changed)).breaks
  }

  @Test(
    "each breaking change is found",
    arguments: [
      (#""/open":"#, #""/else":"#, "GET /open: is gone"),
      (#""get":{"security":[],"#, #""get":{"security":[{"bearer":[]}],"#, "GET /open: a token is needed now"),
      (#"[{"bearer":[]}]"#, #"[{"bearer":["clerk"]}]"#, "GET /any: a role is needed now"),
      (#"{"bearer":["clerk"]},"#, "", "POST /things: the role clerk may not call it any more"),
      (#""name":"limit""#, #""name":"count""#, "POST /things: the parameter limit is gone"),
      (
        #""query","required":false"#, #""query","required":true"#, "POST /things: the parameter limit must be given now"
      ),
      (#""maximum":200"#, #""maximum":100"#, "POST /things: limit: its maximum is another"),
      ("/IfMatch\"", "/IfMatchRequired\"", "POST /things: the parameter If-Match must be given now"),
      ("/IfMatch\"", "/IdempotencyKey\"", "POST /things: the parameter If-Match is gone"),
      (
        #""requestBody":{"required":false"#, #""requestBody":{"required":true"#,
        "POST /things: the body must be sent now"
      ),
      (#""requestBody""#, #""otherwise""#, "POST /things: the body is gone"),
      (#"["a","b"]"#, #"["a"]"#, "POST /things: body.kind: the word b is gone"),
      (#""size":{"#, #""length":{"#, "POST /things: body.size: is gone"),
      (#""responses":{"200""#, #""responses":{"201""#, "POST /things: the answer 200 is gone"),
      (#""headers":{"ETag":{}},"#, "", "POST /things: the ETag of 200 is gone"),
      (#""text/csv""#, #""text/plain""#, "POST /things: 200: text/csv is gone"),
      (#""required":["id"],"#, "", "POST /things: 200.id: may be missing now"),
      (#""state":{"type":"string","enum":["new","old"]},"#, "", "POST /things: 200.state: is gone"),
      (#"["new","old"]"#, #"["new","old","odd"]"#, "POST /things: 200.state: the word odd is new"),
      (
        #"{"type":"string","format":"uuid"}"#, #"{"anyOf":[{"type":"string","format":"uuid"},{"type":"null"}]}"#,
        "POST /things: 200.id: may be null now"
      ),
      (#""gone-before""#, #""another""#, "POST /things: the code gone-before is gone"),
    ])
  func found(old: String, new: String, told: String) throws {
    #expect(try breaks(old, new).contains(told))
  }

  @Test(
    "what is only added, or taken more widely, breaks nobody",
    arguments: [
      ("", ""), (#"{"bearer":["clerk"]},"#, #"{"bearer":["clerk"]},{"bearer":["auditor"]},"#),
      (#""taken","#, #""taken","new-one","#),
      (#""maximum":200"#, #""maximum":500"#), (#"["a","b"]"#, #"["a","b","c"]"#),
      (#""inner":"#, #""more":{"type":"string"},"inner":"#), (#"["new","old"]"#, #"["new"]"#),
      (#""get":{"security":[{"bearer":[]}],"#, #""get":{"security":[],"#),
    ])
  func harmless(old: String, new: String) throws {
    #expect(try breaks(old, new) == [])
  }
}
