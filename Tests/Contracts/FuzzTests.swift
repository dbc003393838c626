import FoundationEssentials
import Support
import Testing

@testable import Contracts

/// What outsiders write on topics, and bodies of requests.
@Suite("Fuzzed: events and JSON")
struct FuzzTests {
  /// The examples of every schema.
  private static let examples: [(type: EventType, data: JSON)] = ContractSchemas.types.flatMap { type in
    (ContractSchemas.schema(of: type)?["examples"]?.array ?? []).map { (type, $0) }
  }

  private static func event(_ type: EventType, _ data: JSON) -> CloudEvent {
    var event = CloudEvent(
      id: "e-1", source: "/hotline/12345", type: type, subject: "s-1", time: Date(timeIntervalSince1970: 1_708_000_000),
      payload: .json(data))
    event.sequence = 7
    event.region = "360400"
    return event
  }

  @Test func `JSON is read or refused, and what is read is written as it was`() async throws {
    let seeds = Self.examples.prefix(60).map(\.data.bytes)
    try await Fuzzing.run("JSON", seeds: Array(seeds), words: ["\"a\":", "[[", "1.5", "\\u00e9"]) { input in
      guard let json = try? JSON(parsing: input) else { return }
      guard let again = try? JSON(parsing: json.bytes), again == json else {
        throw Fuzzing.Broken("is not what is written of it: \(json.text)")
      }
    }
  }

  @Test func `events in structured mode`() async throws {
    let seeds = Self.examples.map { CloudEventCodec.encodeStructured(Self.event($0.type, $0.data)) }
    let words = ["\"specversion\":\"1.0\"", "\"data_base64\":\"", "\"datacontenttype\":\"", "\"type\":", "\"id\":\"\""]
    try await Fuzzing.run("events, structured", seeds: seeds, words: words) { input in
      guard let event = try? CloudEventCodec.decode(value: input, headers: []) else { return }
      try Self.judge(event)
      guard let again = try? CloudEventCodec.decode(value: CloudEventCodec.encodeStructured(event), headers: []),
        again.id == event.id, again.source == event.source, again.type == event.type, again.subject == event.subject
      else { throw Fuzzing.Broken("is another event when written again") }
    }
  }

  @Test func `events in binary mode`() async throws {
    let seeds = Self.examples.prefix(80).map { example -> [UInt8] in
      let written = CloudEventCodec.encodeBinary(Self.event(example.type, example.data))
      let head = written.headers.map { "\($0.name): \(String(decoding: $0.value ?? [], as: UTF8.self))\n" }.joined()
      return Array(head.utf8) + Array("\n".utf8) + written.value
    }
    let words = [
      "ce_id: ", "ce_specversion: 0.3\n", "content-type: application/cloudevents+json\n", "ce_: x\n", "\n\n",
    ]
    try await Fuzzing.run("events, binary", seeds: seeds, words: words) { input in
      let (headers, value) = Self.record(input)
      guard let event = try? CloudEventCodec.decode(value: value, headers: headers) else { return }
      try Self.judge(event)
      let written = CloudEventCodec.encodeBinary(event)
      guard let again = try? CloudEventCodec.decode(value: written.value, headers: written.headers),
        again.id == event.id
      else { throw Fuzzing.Broken("cannot be read when written again") }
      // Over HTTP nothing leaves that a header may not hold.
      for (name, value) in CloudEventCodec.encodeHTTPBinary(event).headers
      where name.hasPrefix("ce-") && !value.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) {
        throw Fuzzing.Broken("\(name) is \(value)")
      }
    }
  }

  @Test func `small texts`() async throws {
    let seeds = [
      "2026-01-06T08:00:00.25+08:00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "2026-01-06",
      "ecoredress.petition.received.v1", "aGVsbG8=", "360400", "vendor.complaints=/hotline/*,/x",
    ].map { Array($0.utf8) }
    try await Fuzzing.run("small texts", seeds: seeds, words: ["+08:00", "Z", ".", "-", "T"]) { input in
      let text = String(decoding: input, as: UTF8.self)
      if let date = RFC3339.date(from: text), RFC3339.date(from: RFC3339.text(of: date)) == nil {
        throw Fuzzing.Broken("an instant that cannot be written: \(text)")
      }
      _ = TraceParent(text)
      _ = TopicPrefix(text)
      _ = CloudEventGlimpse(value: input, headers: [("ce_type", input), ("ce_source", nil)])
    }
  }

  /// Whatever the type says, all contracts read the data: a wrong type is the mildest of mistakes.
  private static func judge(_ event: CloudEvent) throws {
    guard let json = try? event.json() else { return }
    if let payload = ContractCatalogue.contract(of: event.type)?.payload {
      guard let read = try? payload.init(json: json) else { return }
      guard (try? payload.init(json: read.json)) != nil else {
        throw Fuzzing.Broken("data of \(event.type.rawValue) that are refused when written again: \(read.json.text)")
      }
    }
    _ = try? ComplaintSubmitted(json: json)
  }

  /// Headers as lines, an empty line, the value.
  private static func record(_ input: [UInt8]) -> (headers: [CloudEventCodec.Header], value: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    var headers: [CloudEventCodec.Header] = []
    var rest = input[...]
    while let end = rest.firstIndex(of: newline) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      guard !line.isEmpty else { break }
      let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
      headers.append((String(decoding: line[..<colon], as: UTF8.self), Array(line[colon...].dropFirst(2))))
    }
    return (headers, Array(rest))
  }
}
