import Contracts
import Testing

@Suite("Records that are no event")
struct HostileCloudEventTests {
  private typealias Header = CloudEventCodec.Header

  private func headers(_ changes: [String: String?] = [:]) -> [Header] {
    var texts: [String: String?] = [
      "ce_specversion": "1.0", "ce_id": "1", "ce_source": "/s", "ce_type": "t", "content-type": "application/json",
    ]
    for (name, value) in changes { texts[name] = value }
    return texts.compactMap { name, value in value.map { (name, Array($0.utf8)) } }
  }

  private func refusal(_ value: [UInt8]?, _ headers: [Header]) -> ContractViolation? {
    violation { try CloudEventCodec.decode(value: value, headers: headers) }
  }

  @Test("A tombstone is a violation, with and without headers")
  func tombstone() {
    #expect(refusal(nil, [])?.code == .tombstone)
    #expect(refusal(nil, headers())?.code == .tombstone)
  }

  @Test(
    "Broken attributes of binary mode are named",
    arguments: [
      ("ce_specversion", nil, ViolationCode.attributeMissing, "specversion"),
      ("ce_specversion", "0.3", .specVersionUnsupported, "specversion"),
      ("ce_id", nil, .attributeMissing, "id"), ("ce_id", "", .attributeInvalid, "id"),
      ("ce_source", "", .attributeInvalid, "source"), ("ce_source", "/a b", .attributeInvalid, "source"),
      ("ce_type", nil, .attributeMissing, "type"), ("ce_id", "a\u{0}b", .controlCharacter, "id"),
      ("ce_id", "a\nb", .controlCharacter, "id"), ("ce_id", "a\u{202E}b", .controlCharacter, "id"),
      ("ce_subject", "a\u{FFFE}", .controlCharacter, "subject"), ("ce_time", "yesterday", .attributeInvalid, "time"),
      ("ce_time", "2026-01-06T08:00:00", .attributeInvalid, "time"),
      ("ce_myÉxt", "1", .attributeNameInvalid, "my?xt"), ("ce_my_ext", "1", .attributeNameInvalid, "my_ext"),
      ("ce_", "1", .attributeNameInvalid, "attribute"), ("ce_region", "", .attributeInvalid, "region"),
      ("ce_id", String(repeating: "x", count: 257), .attributeTooLong, "id"),
      ("ce_kind", String(repeating: "x", count: 1025), .attributeTooLong, "kind"),
      ("content-type", "application/cloudevents-batch+json", .batchNotSupported, "content-type"),
      ("content-type", "application/cloudevents+avro", .formatNotSupported, "content-type"),
      ("content-type", "application/cloudevents+json; charset=gbk", .formatNotSupported, "content-type"),
    ] as [(String, String?, ViolationCode, String)])
  func attributes(header: String, value: String?, code: ViolationCode, field: String) {
    let refusal = refusal(Array("{}".utf8), headers([header: value]))
    #expect(refusal?.code == code)
    #expect(refusal?.field == field)
  }

  @Test("Attributes of exactly the longest length pass")
  func longest() throws {
    let id = String(repeating: "x", count: 256)
    #expect(try CloudEventCodec.decode(value: Array("{}".utf8), headers: headers(["ce_id": id])).id == id)
  }

  @Test("Header values that are not UTF-8, and attributes given twice, are refused")
  func rawHeaders() {
    #expect(refusal([], headers() + [("ce_kind", [0xFF])])?.code == .utf8Invalid)
    #expect(refusal([], headers() + [("ce_id", Array("2".utf8))])?.code == .attributeDuplicated)
    #expect(refusal([], headers() + [("ce_kind", [0x61]), ("ce_kind", [0x61])])?.code == .attributeDuplicated)
    #expect(refusal([], headers() + [("Content-Type", Array("text/plain".utf8))])?.code == .attributeDuplicated)
    let many: [Header] = (0..<33).map { ("ce_x\($0)", [0x61]) }
    #expect(refusal([], headers() + many)?.code == .tooManyAttributes)
  }

  @Test(
    "Values that are no structured event are told apart",
    arguments: [
      ("", ViolationCode.jsonInvalid), ("not json", .jsonInvalid), ("{\"specversion\":\"1.0\"", .jsonInvalid),
      ("12", .notCloudEvent), ("{\"a\":1}", .notCloudEvent), ("[{\"specversion\":\"1.0\"}]", .batchNotSupported),
      (#"{"specversion":"1.0","id":"1","source":"s","type":"t","data":1,"data_base64":"AQI="}"#, .fieldConflict),
      (#"{"specversion":"1.0","id":"1","source":"s","type":"t","data_base64":"*"}"#, .dataInvalid),
      (#"{"specversion":"1.0","id":"1","source":"s","type":"t","id":"2"}"#, .jsonDuplicateName),
      (#"{"specversion":1.0,"id":"1","source":"s","type":"t"}"#, .attributeInvalid),
      (#"{"specversion":"1.0","id":7,"source":"s","type":"t"}"#, .attributeInvalid),
      (#"{"specversion":"1.0","id":"1","source":"s","type":"t","x":{}}"#, .attributeInvalid),
      (#"{"specversion":"1.0","id":"1","source":"s","type":"t","x":4294967296}"#, .attributeInvalid),
      (#"{"specversion":"1.0","id":"1","source":"s","type":"t","X":"y"}"#, .attributeNameInvalid),
      (#"{"specversion":"1.0","id":"\ud800","source":"s","type":"t"}"#, .utf8Invalid),
    ])
  func values(text: String, code: ViolationCode) {
    #expect(refusal(Array(text.utf8), [])?.code == code)
  }

  @Test("A record over the limit is refused before it is read")
  func tooLarge() {
    let big = Array("{\"specversion\":\"1.0\",\"data\":\"".utf8) + [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(refusal(big, [])?.code == .valueTooLarge)
    #expect(refusal(big, headers())?.code == .valueTooLarge)
  }

  @Test("Neither headers of another system nor another content type make an event")
  func others() {
    #expect(refusal(Array("{}".utf8), [("trace", nil)])?.code == .notCloudEvent)
    #expect(refusal(Array("<a/>".utf8), [("content-type", Array("text/xml".utf8))])?.code == .notCloudEvent)
  }

  @Test("No record made by breaking a good one does more than be refused")
  func mutations() throws {
    var generator = SeededGenerator(state: 20_240_215)
    let good = Array(ComplaintExample.text.utf8)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...9, using: &generator)))
        default: bytes.insert(contentsOf: bytes[index / 2..<index], at: index)
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      do {
        _ = try CloudEventCodec.decode(value: bytes, headers: []).decode(ComplaintSubmitted.self)
      } catch {
        refused += 1
        #expect(!error.field.isEmpty && !error.message.contains("王"))
      }
    }
    // Most are refused; some mutations, such as another letter of the text, leave a good complaint.
    #expect(refused > 10_000 && refused < 20_000)
  }
}
