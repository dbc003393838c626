import Civics
import Contracts
import Testing

@testable import Notifications

@Suite("Filters in the dialects of CloudEvents Subscriptions")
struct FilterDialectTests {
  private func filter(_ json: JSON) throws -> FilterExpression {
    try #require(FilterReader.filters([json], field: "body.filters").first)
  }

  private func passes(_ json: JSON, _ event: CloudEvent = Fixtures.event()) throws -> Bool {
    try filter(json).matches(EventAttributes(event))
  }

  @Test func `exact, prefix and suffix compare every attribute named, case and all`() throws {
    #expect(try passes(["exact": ["region": "360482", "colour": "red"]]))
    #expect(try !passes(["exact": ["region": "360482", "colour": "Red"]]))
    #expect(try !passes(["exact": ["region": "360482", "missing": "x"]]))
    #expect(try passes(["prefix": ["type": "ecoredress.colour.", "subject": "uscc:9136"]]))
    #expect(try !passes(["prefix": ["type": "ecoredress.colour.", "subject": "site:"]]))
    #expect(try passes(["suffix": ["type": ".v1", "source": "/scoring"]]))
    #expect(try !passes(["suffix": ["type": ".v2"]]) && !passes(["suffix": ["missing": "x"]]))
  }

  @Test func `all, any and not are made of others, as deep as allowed`() throws {
    let (yes, no): (JSON, JSON) = (["exact": ["colour": "red"]], ["exact": ["colour": "green"]])
    #expect(try passes(["all": [yes, yes]]) && !passes(["all": [yes, no]]))
    #expect(try passes(["any": [no, yes]]) && !passes(["any": [no, no]]))
    #expect(try passes(["not": no]) && !passes(["not": yes]))
    #expect(try passes(["not": ["exact": ["missing": "x"]]]))
    #expect(try passes(["all": [["any": [no, ["not": no]]], yes]]))
  }

  @Test func `sql sees the attributes as text and lets nothing pass that goes wrong`() throws {
    #expect(try passes(["sql": "colour = 'red' AND type LIKE '%.changed.v1'"]))
    #expect(try passes(["sql": "INT(region) / 10000 = 36"]))
    #expect(try !passes(["sql": "missing = 1 OR TRUE"]))
    #expect(try passes(["not": ["sql": "missing = 1 OR TRUE"]]))
    #expect(try passes(["sql": "specversion = '1.0' AND EXISTS time AND NOT EXISTS data"]))
  }

  @Test func `a filter is written back as it was read`() throws {
    let json: JSON = [
      "any": [
        ["all": [["exact": ["kind": "noise", "colour": "red"]], ["prefix": ["subject": "uscc:"]]]],
        ["not": ["suffix": ["type": ".v1"]]], ["sql": "kind IN ('noise', 'air')"],
      ]
    ]
    #expect(try filter(json).json == json)
    #expect(try filter(try filter(json).json) == filter(json))
  }

  @Test(
    "What is no filter is refused with its place and a remedy",
    arguments: [
      ("text", "body.filters", nil), ([["exact": "x"]], "body.filters[0].exact", nil),
      ([["exact": [:]]], "body.filters[0].exact", nil), ([["exact": ["kind": ""]]], "body.filters[0].exact.kind", nil),
      ([["exact": ["kind": 1]]], "body.filters[0].exact.kind", nil),
      ([["exact": ["Kind": "x"]]], "body.filters[0].exact", nil),
      ([["glob": ["kind": "x"]]], "body.filters[0]", nil), ([[:]], "body.filters[0]", nil),
      ([["exact": ["kind": "x"], "not": [:]]], "body.filters[0]", nil), ([["all": []]], "body.filters[0].all", nil),
      ([["any": ["exact": ["kind": "x"]]]], "body.filters[0].any", nil),
      ([["not": [["sql": "TRUE"]]]], "body.filters[0].not", nil),
      ([["sql": "TRUE"], ["any": [["sql": "TRUE"], ["sql": "kind ="]]]], "body.filters[1].any[1].sql", 7),
      ([["sql": 1]], "body.filters[0].sql", nil), ([["sql": "NOPE(1) = 2"]], "body.filters[0].sql", nil),
      ([["sql": "kind"]], "body.filters[0].sql", nil), ([["sql": "1 + 1"]], "body.filters[0].sql", nil),
      ([["sql": "LENGTH(kind)"]], "body.filters[0].sql", nil), ([["sql": "'true'"]], "body.filters[0].sql", nil),
    ] as [(JSON, String, Int?)])
  func refusals(json: JSON, field: String, position: Int?) {
    let refusal = #expect(throws: FilterRefusal.self) { try FilterReader.filters(json, field: "body.filters") }
    #expect(refusal?.field == field && refusal?.position == position)
    #expect(refusal?.message.hasSuffix(".") == true && refusal?.remedy.hasSuffix(".") == true)
  }

  @Test func `how many there are and how deep they nest is bounded`() {
    let one: JSON = ["exact": ["kind": "x"]]
    func refused(_ json: JSON) -> Bool { (try? FilterReader.filters(json, field: "f")) == nil }
    #expect(!refused(.array(Array(repeating: one, count: FilterReader.listLimit))))
    #expect(refused(.array(Array(repeating: one, count: FilterReader.listLimit + 1))))
    #expect(!refused([["any": .array(Array(repeating: one, count: FilterReader.sizeLimit - 1))]]))
    #expect(refused([["any": .array(Array(repeating: one, count: FilterReader.sizeLimit))]]))
    func nested(_ depth: Int) -> JSON { (1..<depth).reduce(one) { inner, _ in ["not": inner] } }
    #expect(!refused([nested(FilterReader.depthLimit)]) && refused([nested(FilterReader.depthLimit + 1)]))
  }
}
