import FoundationEssentials
import Logging
import Synchronization

/// The levels that an operator has set for a time, for all loggers of a process by the beginning of their label.
final class LogLevels: Sendable {
  /// Of this process.
  static let process = LogLevels()

  private struct State {
    var rules: [LogLevelRule] = []
    var cells: [String: LogLevelCell] = [:]
  }

  private let state = Mutex(State())

  /// What a logger of this label looks at.
  func cell(of label: String) -> LogLevelCell {
    state.withLock { state in
      if let cell = state.cells[label] { return cell }
      let cell = LogLevelCell()
      cell.set(Self.level(of: label, state.rules))
      state.cells[label] = cell
      return cell
    }
  }

  /// Takes over what is set now.
  /// - Returns: whether that is something else than before.
  func follow(_ rules: [LogLevelRule], now: Date) -> Bool {
    state.withLock { state in
      let rules = rules.filter { $0.until > now }
      guard rules != state.rules else { return false }
      state.rules = rules
      for (label, cell) in state.cells { cell.set(Self.level(of: label, rules)) }
      return true
    }
  }

  /// Ends what is over, for when the database cannot be asked.
  func expire(now: Date) {
    let rules = state.withLock { $0.rules }
    _ = follow(rules, now: now)
  }

  /// The rule with the longest beginning wins.
  private static func level(of label: String, _ rules: [LogLevelRule]) -> Logger.Level? {
    rules.filter { label.hasPrefix($0.label) }.max { $0.label.utf8.count < $1.label.utf8.count }?.level
  }
}
