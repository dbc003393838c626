internal import Metrics

/// Why a message was kept back, as it is counted.
struct DeadLetterReason: Sendable, Equatable {
  let state: DeadLetterState
  let code: String

  /// Counts one more. Codes are few: those of the contract, and SQLSTATEs.
  func count() {
    Metrics.Counter(
      label: "ecoredress_dead_letters_total", dimensions: [("state", state.rawValue), ("code", code)]
    ).increment()
  }
}
