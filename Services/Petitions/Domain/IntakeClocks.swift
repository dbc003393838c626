import Contracts
import FoundationEssentials

/// The clocks that start when a complaint comes in, made once for a batch: the law's own for all, and those of the
/// channels that have tighter limits.
struct IntakeClocks: Sendable {
  let acceptance: DeadlineBasis
  let further: [IntakeChannel: [DeadlineBasis]]

  /// The clocks of a channel's own.
  func clocks(of channel: IntakeChannel, from start: Date) -> [Deadline] {
    further.isEmpty ? [] : (further[channel] ?? []).map { Deadline(basis: $0, start: start) }
  }

  /// The bases that petitions of these channels rest on.
  func bases(of channels: Set<IntakeChannel>) -> [DeadlineBasis] {
    [acceptance] + channels.flatMap { further[$0] ?? [] }
  }
}
