import Crypto
import FoundationEssentials
import Synchronization

/// Seals secrets for recipients who are elsewhere; cannot open what it has sealed.
///
/// Safe to use from any thread and cheap enough to use inline: a message costs AES-GCM alone. The data key is made
/// anew after `rotateAfter` or 2^31 messages (random nonces of 96 bits stay far from meeting), and never leaves memory
/// unwrapped.
public final class Sealer: Sendable {
  /// The most messages under one data key.
  public static let maximumMessages = 1 << 31
  /// The longest life of a data key.
  public static let maximumAge = Duration.seconds(3600)

  private struct State {
    var key: DataKey
    var made: ContinuousClock.Instant
    var messages: Int
  }

  private let recipients: [SealingRecipient]
  private let rotateAfter: Duration
  private let maximumMessages: Int
  private let now: @Sendable () -> ContinuousClock.Instant
  private let state = Mutex<State?>(nil)

  /// - Parameters:
  ///   - recipients: from 1 to 16, with different ids.
  ///   - rotateAfter: how long a data key is used; more than an hour counts as an hour.
  /// - Throws: `invalidRecipients`.
  public convenience init(
    recipients: [SealingRecipient], rotateAfter: Duration = Sealer.maximumAge
  ) throws(SealingError) {
    try self.init(
      recipients: recipients, rotateAfter: rotateAfter, maximumMessages: Sealer.maximumMessages,
      now: { ContinuousClock.now })
  }

  /// For tests, which turn the clock and lower the count.
  init(
    recipients: [SealingRecipient], rotateAfter: Duration, maximumMessages: Int,
    now: @escaping @Sendable () -> ContinuousClock.Instant
  ) throws(SealingError) {
    guard 1...SealedEnvelope.maximumRecipients ~= recipients.count,
      Set(recipients.map(\.id)).count == recipients.count
    else { throw SealingError(.invalidRecipients, "from 1 to 16 recipients with different ids are needed") }
    self.recipients = recipients
    self.rotateAfter = min(rotateAfter, Self.maximumAge)
    self.maximumMessages = maximumMessages
    self.now = now
  }

  /// Seals a message.
  /// - Parameters:
  ///   - plaintext: the secret; may be empty.
  ///   - context: what the message belongs to, such as a petition's id, see `SealingContext`. Not secret and not
  ///     stored: whoever opens must give the same.
  /// - Returns: the bytes of a `SealedEnvelope`.
  public func seal(_ plaintext: [UInt8], context: [UInt8]) throws(SealingError) -> [UInt8] {
    let key = try currentKey()
    do {
      let box = try AES.GCM.seal(
        plaintext, using: key.key, nonce: AES.GCM.Nonce(), authenticating: key.header + context)
      var envelope: [UInt8] = []
      envelope.reserveCapacity(
        key.header.count + SealedEnvelope.nonceLength + plaintext.count + SealedEnvelope.tagLength)
      envelope.append(contentsOf: key.header)
      envelope.append(contentsOf: box.nonce)
      envelope.append(contentsOf: box.ciphertext)
      envelope.append(contentsOf: box.tag)
      return envelope
    } catch { throw SealingError(.cryptography, "a message could not be sealed") }
  }

  /// The data key for the next message, made anew when its time or its count is up.
  private func currentKey() throws(SealingError) -> DataKey {
    let now = now()
    return try state.withLock { state throws(SealingError) in
      if var current = state, now - current.made < rotateAfter, current.messages < maximumMessages {
        current.messages += 1
        state = current
        return current.key
      }
      let key = try DataKey(for: recipients)
      state = State(key: key, made: now, messages: 1)
      return key
    }
  }
}
