/// What proves that a message was sent.
struct ChannelReceipt: Sendable, Equatable {
  /// The proof on file, such as the provider's receipt; nothing personal.
  let proof: String
  /// SHA-256 of exactly what was sent, in hexadecimal digits.
  let sha256: String
}
