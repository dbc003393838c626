import Contracts
import Logging

/// One log record as one line of JSON, its fields in a fixed order: `time`, `level`, `message`, `service`, `logger`,
/// `error`, then the metadata sorted by key under `metadata`.
enum JSONLogRecord {
  /// How deep metadata may nest; what lies deeper is written as one text.
  private static let maximumDepth = 8

  static func line(_ event: LogEvent, service: String, label: String, metadata: Logger.Metadata) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    bytes += #"{"time":""#.utf8
    LogTime.appendNow(to: &bytes)
    bytes += #"","level":""#.utf8
    bytes += event.level.rawValue.utf8
    bytes += #"","message":"#.utf8
    JSON.string(event.message.description).write(into: &bytes)
    bytes += #","service":"#.utf8
    JSON.string(service).write(into: &bytes)
    bytes += #","logger":"#.utf8
    JSON.string(label).write(into: &bytes)
    if let error = event.error {
      bytes += #","error":"#.utf8
      JSON.string(String(describing: error)).write(into: &bytes)
    }
    if !metadata.isEmpty {
      bytes += #","metadata":"#.utf8
      append(metadata, depth: 0, to: &bytes)
    }
    bytes += "}\n".utf8
    return bytes
  }

  private static func append(_ metadata: Logger.Metadata, depth: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      JSON.string(key).write(into: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(value, depth: depth, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(_ value: Logger.MetadataValue, depth: Int, to bytes: inout [UInt8]) {
    switch value {
    case .dictionary(let metadata) where depth < maximumDepth:
      append(metadata, depth: depth + 1, to: &bytes)
    case .array(let values) where depth < maximumDepth:
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(value, depth: depth + 1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    default:
      JSON.string(value.description).write(into: &bytes)
    }
  }
}
