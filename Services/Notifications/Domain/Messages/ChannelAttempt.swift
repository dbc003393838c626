import Contracts
import FoundationEssentials

/// One attempt at a message by one channel, as it goes on record.
struct ChannelAttempt: Sendable, Equatable {
  enum Outcome: String, Sendable, CaseIterable {
    case delivered
    /// It may be tried again.
    case failed
    /// Not by this channel: the provider or the receiver refused.
    case refused
    /// The channel was passed over: nothing to reach the addressee by, or not connected.
    case skipped
  }

  let channel: ContactChannel
  let outcome: Outcome
  /// The channel's word for what went wrong; never an address.
  var failure: String?
  var receipt: ChannelReceipt?
  /// Who made it: `notifications`, or the member of staff.
  var actor = "notifications"
  /// When, in real time.
  let at: Date
}
