/// One way in which an audit trail is not what it was when it was sealed.
public struct AuditFinding: Sendable, Equatable {
  /// What was found.
  public enum Kind: String, Sendable, CaseIterable {
    /// An entry's fields do not give its own hash.
    case entryChanged = "entry-changed"
    /// An entry that a seal names is gone.
    case entryRemoved = "entry-removed"
    /// An entry stands among sealed ones, and no seal names it; or it claims to be older than the seals before it.
    case entryAdded = "entry-added"
    /// A seal is missing between two others.
    case sealRemoved = "seal-removed"
    /// A seal's hash is not that of what it holds: entry and hash, or the seal, were written anew.
    case sealBroken = "seal-broken"
    /// The topic holds a head that the trail has not, or has otherwise: a tail was cut off, or the chain written anew; also
    /// after a restore to an earlier time.
    case headUnknown = "head-unknown"
  }

  public let kind: Kind
  /// The seal it is about; nil for entries that no seal names.
  public let seal: Int64?
  /// The entry it is about, where it is one.
  public let entry: Int64?
  /// What was expected and what is there, in one sentence.
  public let message: String
}
