/// The parts of sealed bytes.
///
///     1 byte     version, 1
///     1 byte     number of recipients, 1 to 16
///     16 bytes   id of the data key, random
///     for each recipient:
///       1 byte     length of the id
///       n bytes    id, UTF-8
///       32 bytes   HPKE encapsulated key
///       48 bytes   data key sealed by HPKE, with its tag
///     12 bytes   nonce, random
///     n bytes    content under AES-256-GCM
///     16 bytes   tag
///
/// HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and AES-256-GCM; its info is `ecoredress/sealing/1`, its
/// additional data the data key's id and the recipient's id. The content's additional data is everything before the
/// nonce, then the context: a recipient cannot be struck out, nor an envelope moved to another case.
public struct SealedEnvelope: Sendable, Equatable {
  /// The version that this program writes.
  public static let currentVersion: UInt8 = 1
  /// The most recipients an envelope can have.
  public static let maximumRecipients = 16

  static let keyIDLength = 16
  static let wrappedLength = 32 + 48
  static let nonceLength = 12
  static let tagLength = 16

  /// A data key as wrapped for one recipient.
  public struct WrappedKey: Sendable, Equatable {
    /// Whose key opens it.
    public let recipientID: String
    /// The encapsulated key, then the sealed data key.
    let bytes: [UInt8]
  }

  /// The id of the data key.
  public let keyID: [UInt8]
  /// The data key for each recipient.
  public let wrappedKeys: [WrappedKey]
  /// Everything before the nonce.
  let header: [UInt8]
  let nonce: [UInt8]
  let ciphertext: [UInt8]
  let tag: [UInt8]

  /// Takes sealed bytes apart, without opening them.
  public init(parsing bytes: [UInt8]) throws(SealingError) {
    var position = 0
    func take(_ count: Int) throws(SealingError) -> [UInt8] {
      guard bytes.count - position >= count else { throw SealingError(.malformed, "the envelope is cut off") }
      defer { position += count }
      return Array(bytes[position..<(position + count)])
    }
    let version = try take(1)[0]
    guard version == Self.currentVersion else {
      throw SealingError(version == 0 ? .malformed : .unsupportedVersion, "version \(version)")
    }
    let count = Int(try take(1)[0])
    guard 1...Self.maximumRecipients ~= count else { throw SealingError(.malformed, "\(count) recipients") }
    keyID = try take(Self.keyIDLength)
    var wrapped: [WrappedKey] = []
    for _ in 0..<count {
      let length = Int(try take(1)[0])
      guard 1...SealingRecipient.maximumIDLength ~= length,
        let id = String(validating: try take(length), as: UTF8.self)
      else { throw SealingError(.malformed, "the id of a recipient") }
      wrapped.append(WrappedKey(recipientID: id, bytes: try take(Self.wrappedLength)))
    }
    wrappedKeys = wrapped
    header = Array(bytes[..<position])
    nonce = try take(Self.nonceLength)
    ciphertext = try take(max(0, bytes.count - position - Self.tagLength))
    tag = try take(Self.tagLength)
  }
}
