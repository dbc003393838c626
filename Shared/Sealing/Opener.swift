import Crypto
import FoundationEssentials
import Synchronization

/// Opens what was sealed for it. Safe to use from any thread.
///
/// Data keys already unwrapped are remembered, so that a run of envelopes under one key costs one HPKE operation. They
/// are remembered by the wrapped bytes, not by the key's id: the id stands in the clear, and an outsider could seal
/// under a copied id to make the genuine envelopes fail.
public final class Opener: Sendable {
  private struct Cache {
    var keys: [[UInt8]: SymmetricKey] = [:]
    var order: [[UInt8]] = []
  }

  private let keys: [String: SealingPrivateKey]
  private let capacity: Int
  private let cache = Mutex(Cache())

  /// - Parameters:
  ///   - keys: the present key and older ones still needed; of two with one id the first counts.
  ///   - capacity: how many data keys are remembered at most.
  public init(keys: [SealingPrivateKey], capacity: Int = 256) {
    self.keys = Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.capacity = max(1, capacity)
  }

  /// Opens an envelope.
  /// - Parameter context: the context it was sealed with.
  /// - Throws: `malformed`, `unsupportedVersion`, `notForUs`, or `authenticationFailed` for altered bytes, another
  ///   context and a key that was wrapped for somebody else's key of the same id; these are not told apart.
  public func open(_ envelope: [UInt8], context: [UInt8]) throws(SealingError) -> [UInt8] {
    let envelope = try SealedEnvelope(parsing: envelope)
    let key = try dataKey(of: envelope)
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: envelope.nonce), ciphertext: envelope.ciphertext, tag: envelope.tag)
      return Array(try AES.GCM.open(box, using: key, authenticating: envelope.header + context))
    } catch { throw SealingError(.authenticationFailed) }
  }

  /// How many data keys are remembered.
  var rememberedKeys: Int { cache.withLock { $0.keys.count } }

  private func dataKey(of envelope: SealedEnvelope) throws(SealingError) -> SymmetricKey {
    for wrapped in envelope.wrappedKeys {
      guard let privateKey = keys[wrapped.recipientID] else { continue }
      let name = envelope.keyID + wrapped.bytes
      if let known = cache.withLock({ $0.keys[name] }) { return known }
      let key = try Self.unwrap(wrapped, keyID: envelope.keyID, with: privateKey)
      remember(key, under: name)
      return key
    }
    throw SealingError(.notForUs)
  }

  private func remember(_ key: SymmetricKey, under name: [UInt8]) {
    cache.withLock { cache in
      guard cache.keys.updateValue(key, forKey: name) == nil else { return }
      cache.order.append(name)
      if cache.order.count > capacity { cache.keys[cache.order.removeFirst()] = nil }
    }
  }

  private static func unwrap(
    _ wrapped: SealedEnvelope.WrappedKey, keyID: [UInt8], with privateKey: SealingPrivateKey
  ) throws(SealingError) -> SymmetricKey {
    do {
      var recipient = try HPKE.Recipient(
        privateKey: privateKey.key, ciphersuite: DataKey.suite, info: DataKey.info,
        encapsulatedKey: Data(wrapped.bytes.prefix(32)))
      let context = DataKey.wrappingContext(keyID: keyID, recipientID: wrapped.recipientID)
      return SymmetricKey(data: try recipient.open(Data(wrapped.bytes.dropFirst(32)), authenticating: context))
    } catch { throw SealingError(.authenticationFailed) }
  }
}
