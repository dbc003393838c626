/// Who calls, as a verified token says. Made by nothing but the verifier and tests.
public struct Principal: Sendable, Equatable {
  /// The `sub` of the token; goes into the audit trail.
  public let subject: String
  /// The roles known to us; unknown ones are ignored, so that the issuer may serve other systems too.
  public let roles: Set<Role>
  /// Where the roles may be used.
  public let regions: Set<RegionScope>

  public init(subject: String, roles: Set<Role>, regions: Set<RegionScope>) {
    self.subject = subject
    self.roles = roles
    self.regions = regions
  }

  /// Whether one of these roles is held.
  public func has(_ anyOf: Role...) -> Bool { !roles.isDisjoint(with: anyOf) }

  /// Whether the caller's territory covers the region of this six-digit code.
  public func mayAct(in region: String) -> Bool { regions.contains { $0.covers(region) } }
}
