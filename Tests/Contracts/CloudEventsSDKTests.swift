import Contracts
import Foundation
import Testing

/// Our events as the CloudEvents SDK for Python understands them, and its events as we do: in both directions and both modes.
@Suite("CloudEvents SDK")
struct CloudEventsSDKTests {
  private struct Told {
    let attributes: JSON
    let data: JSON
    let binary: JSON
    let structured: JSON
  }

  /// Every example of every contract as an event of ours.
  private func events() throws -> [CloudEvent] {
    try ContractCatalogue.contracts.flatMap { contract in
      try SchemaFile(contract).examples.map { example in
        var event = try Self.event(contract.payload.init(json: example))
        event.sequence = 42
        event.correlationID = "5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21"
        event.causationID = "cause-1"
        event.traceParent = TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        event.dataSchema = SchemaAddress(base: "https://contracts.example")?.schema(of: contract.type)
        return event
      }
    }
  }

  private static func event(_ payload: some EventPayload) -> CloudEvent {
    CloudEvent(
      payload, id: EventIdentity.event(cause: "test", type: type(of: payload).type, ordinal: 0), source: .petitions,
      time: Date(timeIntervalSince1970: 1_767_686_460.25))
  }

  /// What the SDK says, a line for a line.
  private func ask(_ lines: [JSON]) throws -> [Told] {
    let python = try #require(
      ProcessInfo.processInfo.environment["ECOREDRESS_PYTHON"],
      "Run the tests with ./deploy/test, which brings the SDK.")
    var script = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    script += ["Outsiders", "cloudevents_sdk.py"]
    let folder = FileManager.default.temporaryDirectory.appending(path: "sdk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(lines.map(\.text).joined(separator: "\n").utf8).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script.joined(separator: "/")]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n").map {
      let json = try JSON(parsing: Array($0.utf8))
      return Told(
        attributes: json["attributes"] ?? .null, data: json["data"] ?? .null, binary: json["binary"] ?? .null,
        structured: json["structured"] ?? .null)
    }
  }

  private func binary(_ event: CloudEvent) -> JSON {
    var headers = JSONObject()
    CloudEventCodec.forEachBinaryHeader(of: event) { headers.set($0, $1) }
    return ["headers": .object(headers), "value": .string(String(decoding: event.data ?? [], as: UTF8.self))]
  }

  private func structured(_ event: CloudEvent) -> JSON {
    [
      "headers": ["content-type": "application/cloudevents+json"],
      "value": .string(String(decoding: CloudEventCodec.encodeStructured(event), as: UTF8.self)),
    ]
  }

  private func read(_ message: JSON) throws -> CloudEvent {
    let headers = (message["headers"]?.object?.members ?? []).map { ($0.name, Array(($0.value.string ?? "").utf8)) }
    return try CloudEventCodec.decode(value: Array((message["value"]?.string ?? "").utf8), headers: headers)
  }

  /// Events are equal when attributes and data are, however the data came.
  private func isSame(_ one: CloudEvent, _ other: CloudEvent) throws -> Bool {
    var (first, second) = (one, other)
    first.payload = .json(try one.json())
    second.payload = .json(try other.json())
    first.extensions.sort { $0.name.rawValue < $1.name.rawValue }
    second.extensions.sort { $0.name.rawValue < $1.name.rawValue }
    return first == second
  }

  @Test("it understands what we write in either mode, with what we promise of tracing and causation")
  func ours() throws {
    let events = try events()
    #expect(events.count > 300)
    let told = try ask(events.map(binary) + events.map(structured))
    try #require(told.count == 2 * events.count)
    for (index, answer) in told.enumerated() {
      let event = events[index % events.count]
      #expect(answer.data == (try event.json()), "\(event.type)")
      #expect(answer.attributes["id"]?.string == event.id && answer.attributes["source"]?.string == event.source)
      #expect(answer.attributes["type"]?.string == event.type.rawValue)
      #expect(
        answer.attributes["specversion"]?.string == "1.0" && answer.attributes["subject"]?.string == event.subject)
      #expect(answer.attributes["time"]?.string.flatMap(RFC3339.date) == event.time)
      #expect(answer.attributes["dataschema"]?.string == event.dataSchema)
      for attribute in event.extensions {
        #expect(
          answer.attributes[attribute.name.rawValue]?.string == attribute.value, "\(event.type) \(attribute.name)")
      }
    }
  }

  @Test("we understand what it writes in either mode")
  func theirs() throws {
    let events = try events()
    let told = try ask(events.map(binary))
    try #require(told.count == events.count)
    for (event, answer) in zip(events, told) {
      #expect(try isSame(try read(answer.binary), event), "\(event.type) in binary mode")
      #expect(try isSame(try read(answer.structured), event), "\(event.type) in structured mode")
    }
  }
}
