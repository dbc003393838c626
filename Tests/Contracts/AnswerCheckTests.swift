import Support
import Testing

/// What holds every answer of the services' tests against their documents: it finds each kind of drift.
@Suite("Answers held against a document")
struct AnswerCheckTests {
  private static let document = """
    {"openapi":"3.1.0","paths":{"/things/{id}":{"get":{"security":[],"responses":{
      "200":{"description":"","headers":{"ETag":{}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"},
        "example":{"id":"5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21","state":"new","at":"2026-01-06T01:00:00Z","parts":[],"counts":{}}},
        "text/csv":{"schema":{"type":"string"}}}},
      "204":{"description":""},
      "404":{"description":"","content":{"application/problem+json":{"schema":{"type":"object","properties":{
        "code":{"type":"string"}},"required":["code"]}}},"x-codes":["not-found"]}}}}},
    "components":{"schemas":{"Thing":{"type":"object","required":["id","state","at","parts","counts"],"properties":{
      "id":{"type":"string","format":"uuid"},"state":{"type":"string","enum":["new","old"]},
      "at":{"type":"string","format":"date-time"},"name":{"anyOf":[{"type":"string","maxLength":4},{"type":"null"}]},
      "parts":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}},
      "counts":{"type":"object","additionalProperties":{"type":"integer","minimum":0}}}}}}}
    """
  private static let body =
    #"{"id":"5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21","state":"new","at":"2026-01-06T01:00:00Z","parts":[],"counts":{}}"#

  private func faults(
    _ body: String, status: Int = 200, _ mediaType: String? = "application/json; charset=utf-8", tag: Bool = true,
    uri: String = "/things/7?x=1"
  ) throws -> [String] {
    try APIContract(Array(Self.document.utf8)).faults(
      "GET", uri, status: status, mediaType: mediaType, isTagged: tag, body: Array(body.utf8))
  }

  @Test("what is as described has no fault")
  func right() throws {
    #expect(try faults(Self.body) == [])
    #expect(try faults(Self.body.replacing("{}", with: #"{"a":1}"#).replacing("[]", with: "[\(Self.body)]")) == [])
    #expect(try faults("a,b\n", "text/csv") == [] && faults("", status: 204, nil, tag: false) == [])
    #expect(try faults(#"{"code":"not-found"}"#, status: 404, "application/problem+json", tag: false) == [])
    #expect(try APIContract(Array(Self.document.utf8)).faultsOfExamples == [])
  }

  @Test(
    "a member that is missing, new, of another type, form, word or size is a fault, at any depth",
    arguments: [
      (#""state":"new""#, #""state":"odd""#), (#""state":"new","#, ""), (#""state":"new""#, #""state":7"#),
      (#""state":"new""#, #""state":"new","more":1"#), ("2026-01-06T01:00:00Z", "yesterday"),
      ("5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21", "7"), (#""parts":[]"#, #""parts":[{}]"#),
      (#""parts":[]"#, #""parts":{}"#), (#""counts":{}"#, #""counts":{"a":-1}"#),
      (#""counts":{}"#, #""counts":{"a":0.5}"#),
      (#""counts":{}"#, #""counts":{},"name":"longer"}"#.dropLast().description),
    ])
  func drift(old: String, new: String) throws {
    let changed = Self.body.replacing(old, with: new)
    try #require(changed != Self.body)
    #expect(try !faults(changed).isEmpty)
  }

  @Test("a status, media type, problem code, tag or route that is not described is a fault")
  func around() throws {
    #expect(try !faults(Self.body, status: 201).isEmpty && !faults(Self.body, "text/html").isEmpty)
    #expect(try !faults("", nil).isEmpty && !faults("{", tag: true).isEmpty)
    #expect(try !faults(#"{"code":"other"}"#, status: 404, "application/problem+json").isEmpty)
    #expect(try !faults(Self.body, uri: "/others").isEmpty)
    let untagged = Self.document.replacing(#""headers":{"ETag":{}},"#, with: "")
    let contract = try APIContract(Array(untagged.utf8))
    let tagged = contract.faults(
      "GET", "/things/7", status: 200, mediaType: "application/json", isTagged: true, body: Array(Self.body.utf8))
    #expect(!tagged.isEmpty)
  }

  @Test("an example that is none is found, and so is an answer that says nothing")
  func examples() throws {
    let wrong = Self.document.replacing(#""state":"new","at":"2026"#, with: #""state":"odd","at":"2026"#)
    #expect(try !APIContract(Array(wrong.utf8)).faultsOfExamples.isEmpty)
    #expect(try APIContract(Array(Self.document.utf8)).loose == [])
    let loose = Self.document.replacing(##"{"schema":{"$ref":"#/components/schemas/Thing"},"##, with: #"{"schema":{},"#)
    #expect(try APIContract(Array(loose.utf8)).loose == ["GET /things/{id}"])
  }
}
