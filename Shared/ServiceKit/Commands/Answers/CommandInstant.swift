import Contracts
import FoundationEssentials

/// An instant as it is given on the command line.
enum CommandInstant {
  /// - Throws: a failure of usage for what is no instant of RFC 3339.
  static func read(_ text: String?, _ option: String) throws(CommandFailure) -> Date? {
    guard let text else { return nil }
    guard let instant = RFC3339.date(from: text) else {
      throw CommandFailure(.usage, "\(option) is no instant of RFC 3339, such as 2026-11-01T08:00:00+08:00")
    }
    return instant
  }

  static func json(_ instant: Date?) -> JSON { instant.map { .string(RFC3339.text(of: $0)) } ?? .null }
}
