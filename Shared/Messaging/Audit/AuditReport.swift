/// What a verification of an audit trail saw.
public struct AuditReport: Sendable {
  /// How many findings are kept; the others are counted.
  static let mostFindings = 1000

  public internal(set) var seals = 0
  public internal(set) var entries = 0
  /// Entries that wait for the next seal.
  public internal(set) var unsealed = 0
  /// The newest seal's number and hash, in hexadecimal digits; nil while nothing was sealed.
  public internal(set) var head: (number: Int64, sha256: String)?
  /// Heads on the topic that were compared; nil when the topic was not read.
  public internal(set) var heads: Int?
  /// In the order of the trail, a thousand at most.
  public private(set) var findings: [AuditFinding] = []
  /// How many findings there are.
  public private(set) var found = 0

  /// Whether the trail is what it was when it was sealed.
  public var isWhole: Bool { found == 0 }

  mutating func add(_ kind: AuditFinding.Kind, seal: Int64? = nil, entry: Int64? = nil, _ message: String) {
    found += 1
    guard findings.count < Self.mostFindings else { return }
    findings.append(AuditFinding(kind: kind, seal: seal, entry: entry, message: message))
  }
}
