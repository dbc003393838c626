import Contracts
import FoundationEssentials

/// The code with which a petitioner asks about the case: eight characters, told to the petitioner alone.
///
/// It follows from a keyed hash of the petition's id, so that a message sent again carries the same code and a complaint
/// read again after a restore gets the code the petitioner was told. What is stored is a keyed hash of it.
enum QueryCode {
  /// What is hashed, with the search key, to make a petition's code.
  static func seed(of petition: UUID) -> String { "query-code \(petition.lowercased)" }

  /// What is hashed, with the search key, to keep or check a code; bound to the petition.
  static func verifier(of code: String, petition: UUID) -> String { "query-code \(petition.lowercased) \(code)" }

  /// A code as people type it, in its one form: capitals, no blanks or dashes, O, I and L for 0 and 1.
  static func normal(_ written: String) -> String {
    let bytes = written.utf8.prefix(64).compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: " "): nil
      case UInt8(ascii: "o"), UInt8(ascii: "O"): UInt8(ascii: "0")
      case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"): UInt8(ascii: "1")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The code of a hash of 32 bytes: its first 40 bits.
  static func code(from hash: [UInt8]) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    let bits = hash.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return String(decoding: (0..<8).map { alphabet[Int(bits >> (35 - 5 * UInt64($0)) & 31)] }, as: UTF8.self)
  }
}
