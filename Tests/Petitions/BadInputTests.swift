import Contracts
import FoundationEssentials
import Kafka
import Postgres
import Testing

@testable import Petitions

/// Each way of being wrong gets a receipt with a code, the field and a sentence, and a dead letter; none is dropped.
@Suite("Bad complaints")
struct BadInputTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let value: [UInt8]?
    var type = "ecoredress.complaint.submitted.v1"
    var source = "/hotline/12369"
    let code: String
    let field: String
    var testDescription: String { name }
  }

  private static func json(_ change: (inout JSONObject) -> Void) -> [UInt8] {
    var object = Fixtures.complaint().json.object ?? JSONObject()
    change(&object)
    return JSON.object(object).bytes
  }

  private static func visit(_ visit: JSON) -> [UInt8] {
    json {
      $0["channel"] = "VISIT"
      $0["visit"] = visit
    }
  }

  private static func attachment(_ change: JSONObject) -> [UInt8] {
    var attachment: JSONObject = [
      "uri": "https://files.example.org/1", "sha256": .string(String(repeating: "a", count: 64)), "size": 1,
      "mediaType": "image/jpeg",
    ]
    for member in change.members { attachment[member.name] = member.value }
    return json { $0["attachments"] = [.object(attachment)] }
  }

  static let cases: [Bad] = [
    Bad(name: "not JSON", value: Array("hello".utf8), code: "json-invalid", field: "data"),
    Bad(name: "tombstone", value: nil, code: "tombstone", field: "value"),
    Bad(name: "wrong type", value: json { $0["content"] = 7 }, code: "field-type", field: "data.content"),
    Bad(name: "missing field", value: json { $0["region"] = nil }, code: "field-missing", field: "data.region"),
    Bad(
      name: "unknown enum", value: json { $0["channel"] = "CARRIER_PIGEON" }, code: "field-unknown-value",
      field: "data.channel"),
    Bad(
      name: "no such region", value: json { $0["region"] = "999999" }, code: "region-unknown", field: "data.region"),
    Bad(
      name: "malformed credit code", value: json { $0["subject"] = ["uscc": "91350100M000100Y4Z"] },
      code: "uscc-invalid", field: "data.subject.uscc"),
    Bad(
      name: "far future", value: json { $0["occurredAt"] = "2031-01-01T00:00:00Z" }, code: "time-too-late",
      field: "data.occurredAt"),
    Bad(
      name: "far past", value: json { $0["occurredAt"] = "1950-01-01T00:00:00Z" }, code: "time-too-early",
      field: "data.occurredAt"),
    Bad(
      name: "one megabyte of text", value: json { $0["content"] = .string(String(repeating: "字", count: 349_000)) },
      code: "field-too-long", field: "data.content"),
    Bad(
      name: "a body over the limit", value: json { $0["content"] = .string(String(repeating: "字", count: 350_000)) },
      code: "value-too-large", field: "value"),
    Bad(
      name: "too long a text", value: json { $0["content"] = .string(String(repeating: "字", count: 12_000)) },
      code: "field-too-long", field: "data.content"),
    Bad(
      name: "control character in an identifier", value: json { $0["externalId"] = "a\u{202E}b" },
      code: "control-character", field: "data.externalId"),
    Bad(
      name: "unknown type", value: json { _ in }, type: "ecoredress.complaint.withdrawn.v1", code: "type-unknown",
      field: "type"),
    Bad(
      name: "foreign source", value: json { _ in }, source: "/hotline/vendor-a", code: "source-not-allowed",
      field: "source"),
    Bad(
      name: "an area elsewhere", value: json { $0["place"] = ["area": "360400001"] }, code: "field-conflict",
      field: "data.place.area"),
    Bad(
      name: "an area of ten digits", value: json { $0["place"] = ["area": "3604820010"] }, code: "field-format",
      field: "data.place.area"),
    Bad(
      name: "half a position", value: json { $0["place"] = ["longitude": 115] }, code: "field-conflict",
      field: "data.place.longitude"),
    Bad(
      name: "a position off the earth", value: json { $0["place"] = ["longitude": 115, "latitude": 91] },
      code: "field-range", field: "data.place.latitude"),
    Bad(
      name: "a position of too many digits",
      value: json { $0["place"] = ["longitude": .number(String(repeating: "1", count: 60)), "latitude": 1] },
      code: "field-range", field: "data.place.longitude"),
    Bad(
      name: "a grid with a hidden mark", value: json { $0["place"] = ["grid": "a\u{202E}b"] },
      code: "control-character", field: "data.place.grid"),
    Bad(
      name: "a place that is a text", value: json { $0["place"] = "河边" }, code: "field-type", field: "data.place"),
    Bad(
      name: "visitors by letter", value: json { $0["visit"] = ["visitors": 3] }, code: "field-conflict",
      field: "data.visit"),
    Bad(
      name: "a visit of nobody", value: visit(["visitors": 0]), code: "field-range", field: "data.visit.visitors"),
    Bad(
      name: "a visit of a million", value: visit(["visitors": 1_000_000]), code: "field-range",
      field: "data.visit.visitors"),
    Bad(
      name: "a visit without a number", value: visit([:]), code: "field-missing", field: "data.visit.visitors"),
    Bad(
      name: "more speakers than visitors",
      value: visit(["visitors": 1, "representatives": [["name": "甲"], ["name": "乙"]]]), code: "field-conflict",
      field: "data.visit.visitors"),
    Bad(
      name: "six representatives",
      value: visit(["visitors": 60, "representatives": .array(Array(repeating: ["name": "甲"], count: 6))]),
      code: "too-many-items", field: "data.visit.representatives"),
    Bad(
      name: "a speaker sealed and in the clear",
      value: visit(["visitors": 2, "representatives": [["name": "甲", "sealed": "AQID"]]]), code: "field-conflict",
      field: "data.visit.representatives[0].sealed"),
    Bad(
      name: "a supervisor's number too long",
      value: json { $0["supervisor"] = .string(String(repeating: "9", count: 65)) }, code: "field-too-long",
      field: "data.supervisor"),
    Bad(name: "no number to add to", value: json { $0["addsTo"] = "" }, code: "field-empty", field: "data.addsTo"),
    Bad(
      name: "an address that is a program", value: attachment(["uri": "javascript:alert(1)"]), code: "field-format",
      field: "data.attachments[0].uri"),
    Bad(
      name: "a hash too short", value: attachment(["sha256": "ab"]), code: "field-format",
      field: "data.attachments[0].sha256"),
    Bad(
      name: "a negative size", value: attachment(["size": -1]), code: "field-range", field: "data.attachments[0].size"),
    Bad(
      name: "no media type", value: attachment(["mediaType": "jpeg"]), code: "field-format",
      field: "data.attachments[0].mediaType"),
    Bad(
      name: "identity sealed and in the clear", value: json { $0["reporter"] = ["name": "甲", "sealed": "AQID"] },
      code: "field-conflict", field: "data.reporter.sealed"),
  ]

  @Test(arguments: cases)
  func `gets a reason and stops nothing`(bad: Bad) async throws {
    let topics = "ecoredress.complaints=*;ecoredress.complaints.vendor-a=/hotline/vendor-a"
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15), topics: topics) { desk in
      try await desk.take([
        Fixtures.record(value: bad.value, id: "bad", source: bad.source, offset: 5, type: bad.type),
        Fixtures.record(Fixtures.complaint("good"), id: "good", offset: 6),
      ])
      let receipts = try await desk.told(.complaintReceipts)
      let receipt = try #require(receipts.first { $0.status == "rejected" })
      #expect(receipt.data["violation"]?["code"]?.string == bad.code)
      #expect(receipt.data["violation"]?["field"]?.string == bad.field)
      #expect(receipt.data["violation"]?["message"]?.string?.isEmpty == false)
      #expect(receipt.data["record"]?["offset"]?.integer == 5 && receipt.data["eventId"]?.string == "bad")
      #expect(receipts.contains { $0.status == "registered" })
      let letters = try await desk.pool.query(
        "select state, code, field from dead_letter", as: (String, String, String?).self)
      #expect(letters.count == 1 && letters.first?.0 == "rejected" && letters.first?.1 == bad.code)
    }
  }

  @Test func `odd but harmless input is taken in`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      let odd = "臭\u{0007}气\u{202E}熏天 𠮷野家 🏭\r\n"
      try await desk.take([
        Fixtures.record(value: BadInputTests.json { $0["content"] = .string(odd) }, id: "a", offset: 0),
        Fixtures.record(
          value: BadInputTests.json {
            $0["externalId"] = "b"
            $0["somethingNew"] = ["x": [1, 2, 3]]
          }, id: "b", offset: 1),
      ])
      #expect(try await desk.told(.complaintReceipts).map(\.status) == ["registered", "registered"])
    }
  }
}
