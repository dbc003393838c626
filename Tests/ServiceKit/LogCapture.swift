import Glibc
import Logging

@testable import ServiceKit

/// Log records as they are written, through a real pipe.
struct LogCapture {
  private let reading: Int32
  private let writing: Int32
  let output: LogOutput

  init() {
    var descriptors: [Int32] = [0, 0]
    pipe(&descriptors)
    (reading, writing) = (descriptors[0], descriptors[1])
    output = LogOutput(descriptor: writing)
  }

  func logger(_ format: LoggingConfiguration.Format = .json, level: Logger.Level = .trace) -> Logger {
    var logger = Logger(label: "test.part") { [output] label in
      ServiceLogHandler(
        label: label, service: "petitions", configuration: LoggingConfiguration(level: level, format: format),
        output: output)
    }
    logger.logLevel = level
    return logger
  }

  /// Closes the pipe and returns what was written, line by line.
  func lines() -> [String] {
    close(writing)
    defer { close(reading) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(reading, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
