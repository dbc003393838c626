import Contracts
import FoundationEssentials
import Logging
import Testing

@testable import ServiceKit

@Suite("Logs")
struct LoggingTests {
  private struct Failure: Error, CustomStringConvertible {
    let description = "it broke \"here\""
  }

  @Test("A record is one line of JSON with its fields in a fixed order")
  func order() throws {
    let capture = LogCapture()
    capture.logger().warning("hello", error: Failure(), metadata: ["b": "2", "a": ["y": ["1", "2"], "x": "z"]])
    let lines = capture.lines()
    try #require(lines.count == 1)
    let json = try JSON(parsing: Array(lines[0].utf8))
    #expect(
      json.object?.members.map(\.name) == ["time", "level", "message", "service", "logger", "error", "metadata"])
    #expect(json["level"]?.string == "warning")
    #expect(json["service"]?.string == "petitions")
    #expect(json["logger"]?.string == "test.part")
    #expect(json["error"]?.string == #"it broke "here""#)
    #expect(json["metadata"]?.text == #"{"a":{"x":"z","y":["1","2"]},"b":"2"}"#)
  }

  @Test("Line breaks, quotes, control characters and any script survive as one line")
  func escapes() throws {
    let capture = LogCapture()
    let text = "a\nb\r\"\\\u{0}\u{1b}[31m\u{2028}\u{202e}排污口🏭"
    capture.logger().info("\(text)", metadata: ["\(text)": "\(text)"])
    let lines = capture.lines()
    try #require(lines.count == 1)
    let json = try JSON(parsing: Array(lines[0].utf8))
    #expect(json["message"]?.string == text)
    #expect(json["metadata"]?[text]?.string == text)
  }

  @Test("The time is now, in UTC with milliseconds")
  func time() throws {
    let before = Date()
    let capture = LogCapture()
    capture.logger().info("x")
    let line = try #require(capture.lines().first)
    let text = try #require(JSON(parsing: Array(line.utf8))["time"]?.string)
    let time = try #require(RFC3339.date(from: text))
    #expect(text.hasSuffix("Z") && text.utf8.count == 24)
    #expect(abs(time.timeIntervalSince(before)) < 5)
  }

  @Test(
    "Days are counted as the calendar does",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (951_782_399, "2000-02-28T23:59:59.000Z"),
      (951_782_400, "2000-02-29T00:00:00.000Z"), (951_868_800, "2000-03-01T00:00:00.000Z"),
      (1_709_164_800, "2024-02-29T00:00:00.000Z"), (1_735_689_599, "2024-12-31T23:59:59.000Z"),
      (4_107_542_400, "2100-03-01T00:00:00.000Z"),
    ])
  func calendar(seconds: Int, text: String) {
    var bytes: [UInt8] = []
    LogTime.append(seconds: seconds, milliseconds: 0, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test("A record's own metadata wins over the logger's, and a level below the set one is not written")
  func merging() throws {
    let capture = LogCapture()
    var logger = capture.logger(level: .info)
    logger[metadataKey: "a"] = "1"
    logger[metadataKey: "b"] = "1"
    logger.info("x", metadata: ["b": "2"])
    logger.debug("never")
    let lines = capture.lines()
    try #require(lines.count == 1)
    #expect(lines[0].contains(#""metadata":{"a":"1","b":"2"}"#))
  }

  @Test("Metadata that nests for ever does not")
  func depth() throws {
    let capture = LogCapture()
    var value: Logger.MetadataValue = "end"
    for _ in 0..<1000 { value = ["n": value] }
    capture.logger().info("x", metadata: ["deep": value])
    let line = try #require(capture.lines().first)
    _ = try JSON(parsing: Array(line.utf8), limits: JSONLimits(maximumDepth: 12))
  }

  @Test("A reader that is gone stops nothing")
  func closed() {
    LogOutput(descriptor: -1).write([0x0A])
  }

  @Test("Records of many threads do not mix")
  func threads() async throws {
    let capture = LogCapture()
    let logger = capture.logger()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask { for _ in 0..<20 { logger.info("\(String(repeating: "\(number)", count: 100))") } }
      }
    }
    let lines = capture.lines()
    #expect(lines.count == 160)
    for line in lines { _ = try JSON(parsing: Array(line.utf8)) }
  }

  @Test("The text form is one line too, with line breaks made visible")
  func text() throws {
    let capture = LogCapture()
    capture.logger(.text).error("forged\nline", metadata: ["k": "v\u{1b}"])
    let lines = capture.lines()
    try #require(lines.count == 1)
    #expect(lines[0].hasSuffix(#" ERROR [test.part] forged\nline k=v?"#))
  }
}
