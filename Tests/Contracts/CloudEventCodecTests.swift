import Contracts
import FoundationEssentials
import Testing

@Suite("CloudEvents over Kafka")
struct CloudEventCodecTests {
  private let event = CloudEvent(
    id: "e-1", source: "/hotline/12369", type: "ecoredress.complaint.submitted.v1", subject: "c-1",
    time: Date(timeIntervalSince1970: 1_767_686_460.5), dataContentType: "application/json",
    dataSchema: "urn:ecoredress:schema:x",
    extensions: [CloudEventAttribute(.region, "360402"), CloudEventAttribute(.kind, "水")],
    payload: .json(["externalId": "c-1", "content": "污水"]))

  @Test("Binary mode writes the attributes as headers and the data as the value")
  func binaryOut() {
    let (headers, value) = CloudEventCodec.encodeBinary(event)
    let texts = headers.map { "\($0.name)=\($0.value.map { String(decoding: $0, as: UTF8.self) } ?? "null")" }
    #expect(
      texts == [
        "ce_specversion=1.0", "ce_id=e-1", "ce_source=/hotline/12369", "ce_type=ecoredress.complaint.submitted.v1",
        "ce_subject=c-1", "ce_time=2026-01-06T08:01:00.5Z", "ce_dataschema=urn:ecoredress:schema:x",
        "ce_region=360402", "ce_kind=水", "content-type=application/json",
      ])
    #expect(String(decoding: value, as: UTF8.self) == #"{"externalId":"c-1","content":"污水"}"#)
  }

  @Test("An event comes back the same from binary and from structured mode")
  func roundTrips() throws {
    let (headers, value) = CloudEventCodec.encodeBinary(event)
    var binary = try CloudEventCodec.decode(value: value, headers: headers)
    #expect(try binary.json() == event.json())
    binary.payload = event.payload
    #expect(binary == event)
    let structured = CloudEventCodec.encodeStructured(event)
    #expect(try CloudEventCodec.decode(value: structured, headers: []) == event)
    for type in ["application/cloudevents+json", "Application/CloudEvents; charset=UTF-8"] {
      #expect(try CloudEventCodec.decode(value: structured, headers: [("content-type", Array(type.utf8))]) == event)
    }
  }

  @Test("Structured mode wins over headers that repeat the attributes, as the binding says")
  func structuredWins() throws {
    let headers: [CloudEventCodec.Header] = [
      ("content-type", Array("application/cloudevents+json".utf8)), ("ce_id", Array("other".utf8)),
    ]
    let decoded = try CloudEventCodec.decode(value: CloudEventCodec.encodeStructured(event), headers: headers)
    #expect(decoded.id == "e-1")
  }

  @Test("Data in Base64 and text data come as bytes")
  func otherData() throws {
    let base = #""specversion":"1.0","id":"1","source":"s","type":"t""#
    let decode = { (text: String) in try CloudEventCodec.decode(value: Array("{\(base),\(text)}".utf8), headers: []) }
    #expect(try decode(#""datacontenttype":"image/png","data_base64":"AQI=""#).data == [1, 2])
    #expect(try decode(#""data_base64":"eyJhIjoxfQ==""#).json() == ["a": 1])
    #expect(try decode(#""datacontenttype":"text/plain","data":"hello""#).data == Array("hello".utf8))
    #expect(try decode(#""data":null,"data_base64":null"#).payload == nil)
    let image = CloudEvent(
      id: "1", source: "s", type: "t", dataContentType: "image/png", payload: .bytes([0xFF, 0x00]))
    #expect(try CloudEventCodec.decode(value: CloudEventCodec.encodeStructured(image), headers: []) == image)
    #expect(violation { try image.json() }?.code == .formatNotSupported)
  }

  @Test("Extensions may be booleans and integers in JSON; null means not set")
  func extensionKinds() throws {
    let text = #"{"specversion":"1.0","id":"1","source":"s","type":"t","subject":null,"a":true,"b":-7,"c":null}"#
    let decoded = try CloudEventCodec.decode(value: Array(text.utf8), headers: [])
    #expect(decoded.extensions == [CloudEventAttribute("a", "true"), CloudEventAttribute("b", "-7")])
    #expect(decoded.subject == nil)
  }

  @Test("An event without data is written with an empty value, never as a tombstone")
  func noData() throws {
    let empty = CloudEvent(id: "1", source: "s", type: "t")
    let (headers, value) = CloudEventCodec.encodeBinary(empty)
    #expect(value.isEmpty)
    #expect(try CloudEventCodec.decode(value: value, headers: headers) == empty)
    #expect(violation { try empty.json() }?.code == .dataMissing)
  }

  @Test("Typed extensions are written and read in their own forms")
  func typedExtensions() throws {
    var event = event
    event.sequence = 42
    event.colour = .red
    event.correlationID = "root"
    event.causationID = "parent"
    let parent = try #require(TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
    event.traceParent = parent
    #expect(event[.sequence] == "00000000000000000042")
    #expect(event.sequence == 42)
    #expect(event.colour == .red)
    #expect(event.traceParent == parent)
    #expect(event[.traceParent] == "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    event[.traceParent] = "not a trace"
    #expect(event.traceParent == nil)
    event.correlationID = nil
    #expect(!event.extensions.contains { $0.name == .correlationID })
  }
}

/// The violation that `body` throws, nil when it throws none.
func violation(_ body: () throws -> some Any) -> ContractViolation? {
  do {
    _ = try body()
    return nil
  } catch { return error as? ContractViolation }
}
