/// Why a channel did not take a message. Never holds an address or words of a message.
struct ChannelError: Error, Sendable, Equatable {
  /// A word for the record, such as `disk-full`.
  let code: String
  /// Whether trying again cannot help: the receiver does not exist, the content is refused.
  let isFinal: Bool
  /// How long the other side asked to be left alone.
  let retryAfter: Duration?

  init(_ code: String, isFinal: Bool = false, retryAfter: Duration? = nil) {
    self.code = code
    self.isFinal = isFinal
    self.retryAfter = retryAfter
  }
}
