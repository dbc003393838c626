internal import Crypto
internal import FoundationEssentials

/// A seal as the table has it, and how its hash comes about: the same as `audit_seal_next` computes, done here again so that
/// a verification trusts nothing of the database but its rows.
struct AuditSeal: Sendable {
  let number: Int64
  let entries: Int64
  /// Microseconds since 1970; zero for none.
  let notBefore: Int64
  let madeAt: Int64
  let sha256: [UInt8]

  /// An entry of the trail as it is stored.
  struct Entry: Sendable {
    let id: Int64
    /// Microseconds since 1970.
    let at: Int64
    let actor: String
    let action: String
    let subject: String
    let cause: String
    let detail: [UInt8]
    let sha256: [UInt8]

    /// Whether the fields give the hash that was written with them.
    var isItself: Bool {
      var hash = SHA256()
      for field in [actor, action, subject, cause] {
        hash.update(data: Array(field.utf8))
        hash.update(data: [0x1F])
      }
      hash.update(data: detail)
      return hash.finalize().elementsEqual(sha256)
    }
  }

  /// Whether the seal's hash follows from the seal before and these entries, which are in the order of ids.
  func follows(_ previous: [UInt8], holding entries: [Entry]) -> Bool {
    var hash = SHA256()
    hash.update(data: previous)
    for value in [number, madeAt, notBefore] { hash.update(data: Self.bytes(value)) }
    for entry in entries {
      hash.update(data: Self.bytes(entry.id))
      hash.update(data: Self.bytes(entry.at))
      hash.update(data: entry.sha256)
    }
    return hash.finalize().elementsEqual(sha256)
  }

  private static func bytes(_ value: Int64) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }
}
