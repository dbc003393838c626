import Logging

/// One log record as one readable line; line breaks inside it are made visible, so that a record stays one line and
/// nobody can forge a second.
enum TextLogRecord {
  static func line(_ event: LogEvent, label: String, metadata: Logger.Metadata) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(160)
    LogTime.appendNow(to: &bytes)
    var rest = " \(event.level.rawValue.uppercased()) [\(label)] \(event.message)"
    if let error = event.error { rest += " error=\(error)" }
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) { rest += " \(key)=\(value)" }
    for byte in rest.utf8 {
      switch byte {
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0..<0x20, 0x7F: bytes.append(UInt8(ascii: "?"))
      default: bytes.append(byte)
      }
    }
    bytes.append(0x0A)
    return bytes
  }
}
