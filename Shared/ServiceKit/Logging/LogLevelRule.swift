import FoundationEssentials
import Logging

/// A level that an operator has set for a time.
struct LogLevelRule: Sendable, Equatable {
  /// What the labels begin with; empty for all loggers.
  let label: String
  let level: Logger.Level
  /// Afterwards the configured level holds again.
  let until: Date
  /// Who set it.
  let actor: String
}
