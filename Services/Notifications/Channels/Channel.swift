/// A way by which messages leave us without a person's help: mail, short messages, the inbox, the file outbox.
///
/// A message may come twice: after a crash between sending and noting it. It then has the same id, by which a channel
/// that can should make one of the two.
protocol Channel: Sendable {
  /// How many messages it carries at once. One that hangs holds no more places than these.
  var places: Int { get }

  /// Sends one message; returns when it is out of our hands. Takes at most half a minute.
  /// - Throws: why not, without anything of the message.
  func send(_ message: OutgoingMessage) async throws(ChannelError) -> ChannelReceipt
}

extension Channel {
  var places: Int { 32 }
}
