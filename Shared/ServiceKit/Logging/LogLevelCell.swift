import Logging
import Synchronization

/// The level in force for one label, when it is not the one configured. Read for every log line that may be written, so
/// it is one atomic number.
final class LogLevelCell: Sendable {
  private let number = Atomic<Int8>(-1)

  /// Nil when the configured one holds.
  var level: Logger.Level? {
    switch number.load(ordering: .relaxed) {
    case 0: .trace
    case 1: .debug
    case 2: .info
    case 3: .notice
    case 4: .warning
    case 5: .error
    case 6: .critical
    default: nil
    }
  }

  func set(_ level: Logger.Level?) {
    let number = level.flatMap { Logger.Level.allCases.firstIndex(of: $0) }
    self.number.store(number.map(Int8.init) ?? -1, ordering: .relaxed)
  }
}
