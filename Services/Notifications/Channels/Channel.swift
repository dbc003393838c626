/// A way by which messages reach people: the file outbox today, e-mail and short messages to come.
///
/// A message may come twice: after a crash between sending and noting it. It then has the same id, by which a channel
/// that can should make one of the two.
protocol Channel: Sendable {
  /// Sends one message; returns when it is out of our hands.
  /// - Throws: why not, without anything of the message.
  func send(_ message: OutgoingMessage) async throws(ChannelError) -> ChannelReceipt
}
