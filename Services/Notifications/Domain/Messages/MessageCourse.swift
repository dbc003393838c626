import Contracts

/// How far a message has come: whose turn it is among its channels, and how often each was tried.
struct MessageCourse: Sendable, Equatable {
  /// What follows when an attempt failed.
  enum Step: Sendable, Equatable {
    /// The same channel again, after this long.
    case retry(Duration)
    /// The next channel, at once.
    case fallThrough
    /// There is no channel left.
    case giveUp
  }

  /// In the order to be tried.
  let channels: [ContactChannel]
  /// The channel whose turn it is, counted from 0.
  private(set) var position: Int
  /// How many attempts were made by it.
  private(set) var channelAttempts: Int
  /// How many attempts were made by all.
  private(set) var attempts: Int

  init(channels: [ContactChannel], position: Int = 0, channelAttempts: Int = 0, attempts: Int = 0) {
    self.channels = channels
    self.position = position
    self.channelAttempts = channelAttempts
    self.attempts = attempts
  }

  /// The channel whose turn it is; nil when all were tried.
  var channel: ContactChannel? { channels.indices.contains(position) ? channels[position] : nil }
  /// The one after it.
  var next: ContactChannel? { channels.indices.contains(position + 1) ? channels[position + 1] : nil }

  /// Counts an attempt by the present channel.
  mutating func tried() {
    channelAttempts += 1
    attempts += 1
  }

  /// Gives the turn to the next channel.
  mutating func fallThrough() {
    position += 1
    channelAttempts = 0
  }

  /// What follows from a failure of the attempt counted last. While another channel is left, the short schedule decides
  /// how long this one is tried.
  /// - Parameter jitter: 0…1, as in `RetrySchedule`.
  func step(after failure: ChannelError, policy: MessagePolicy, jitter: Double) -> Step {
    let schedule = next == nil ? policy.schedule : policy.beforeNext
    if !failure.isFinal,
      let wait = schedule.wait(after: channelAttempts, asked: failure.retryAfter, jitter: jitter)
    {
      return .retry(wait)
    }
    return next == nil ? .giveUp : .fallThrough
  }
}
