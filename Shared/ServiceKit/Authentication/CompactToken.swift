import Contracts
import FoundationEssentials

/// A signed JWT in compact form, taken apart and not yet believed (RFC 7515 §3.1).
struct CompactToken {
  let algorithm: String
  let keyID: String?
  let payload: [UInt8]
  let signature: [UInt8]
  /// What was signed: the first two parts as they came.
  let signedBytes: [UInt8]

  /// The longest token taken: a header line of a proxy holds no more.
  private static let maximumLength = 8192

  init(_ text: String) throws(TokenError) {
    guard text.utf8.count <= Self.maximumLength else {
      throw TokenError(.malformed, "The token is longer than \(Self.maximumLength) bytes.")
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.decode(parts[0]), let payload = Self.decode(parts[1]),
      let signature = Self.decode(parts[2])
    else { throw TokenError(.malformed, "The token is not three parts of base64url.") }
    guard let fields = try? JSON(parsing: header, limits: JSONLimits(maximumBytes: 4096, maximumDepth: 4)),
      let algorithm = fields["alg"]?.string
    else { throw TokenError(.malformed, "The header of the token is not a JSON object with an alg.") }
    // RFC 7515 §4.1.11: whoever does not understand a critical extension must refuse the token.
    guard fields["crit"] == nil else { throw TokenError(.malformed, "The token has critical extensions.") }
    self.algorithm = algorithm
    keyID = fields["kid"]?.string
    self.payload = payload
    self.signature = signature
    signedBytes = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
  }

  /// Base64url without padding (RFC 7515 §2).
  private static func decode(_ part: Substring.UTF8View) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.count + 3)
    for byte in part {
      switch byte {
      case UInt8(ascii: "-"): bytes.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): bytes.append(UInt8(ascii: "/"))
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
      default: bytes.append(byte)
      }
    }
    while bytes.count % 4 != 0 { bytes.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(bytes)).map { [UInt8]($0) }
  }
}
