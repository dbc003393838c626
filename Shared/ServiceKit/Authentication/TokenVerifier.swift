import Dispatch
import FoundationEssentials
import JWTKit
public import Logging

/// Believes a token or says why not: signature against the issuer's key set, then `iss`, `aud`, `exp`, `nbf`, `sub`,
/// `roles` and `regions`.
///
/// Times are real time, never the business clock. RFC 8725 is followed: the algorithm must be the one of the key,
/// `none` and shared secrets are never accepted, and an unknown key is not tried against others.
public struct TokenVerifier: Sendable {
  private let cache: KeySetCache
  private let issuer: String
  private let audience: String
  private let leeway: Double
  private let now: @Sendable () -> Date

  /// - Throws: ``KeySetError`` when the place of the key set cannot be understood.
  public init(_ configuration: AuthenticationConfiguration, logger: Logger) throws(KeySetError) {
    switch KeySetLocation.read(configuration.keySet) {
    case .failure(let refusal): throw KeySetError("JWKS \(refusal.message)")
    case .success(let location):
      self.init(
        cache: KeySetCache(source: KeySetSource(location), logger: logger), issuer: configuration.issuer,
        audience: configuration.audience)
    }
  }

  /// - Parameter leeway: how far the clocks of the issuer and this machine may differ.
  init(
    cache: KeySetCache, issuer: String, audience: String, leeway: Duration = .seconds(30),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.cache = cache
    self.issuer = issuer
    self.audience = audience
    self.leeway = Double(leeway.components.seconds)
    self.now = now
  }

  /// Fetches the keys, so that a mistake in the configuration shows at the start and not with the first caller.
  public func loadKeys() async throws(KeySetError) { try await cache.load() }

  /// The caller a token stands for.
  /// - Parameter token: a signed JWT in compact form.
  public func verify(_ token: String) async throws(TokenError) -> Principal {
    let token = try CompactToken(token)
    guard KeySet.algorithms.contains(token.algorithm) else {
      throw TokenError(.algorithm, "The token is not signed with an algorithm that is accepted.")
    }
    guard let identifier = token.keyID else { throw TokenError(.unknownKey, "The token names no key (kid).") }
    let key = try await cache.key(identifier)
    guard key.name == token.algorithm else {
      throw TokenError(.algorithm, "The token is not signed with the algorithm of its key.")
    }
    guard (try? key.verify(token.signature, signs: token.signedBytes)) == true else {
      throw TokenError(.signature, "The signature of the token does not fit.")
    }
    return try principal(TokenClaims(payload: token.payload))
  }

  private func principal(_ claims: TokenClaims) throws(TokenError) -> Principal {
    guard claims.issuer == issuer else { throw TokenError(.issuer, "The token is from another issuer.") }
    guard claims.audiences.contains(audience) else {
      throw TokenError(.audience, "The token is not meant for this service.")
    }
    let now = now().timeIntervalSince1970
    guard let expires = claims.expires else {
      throw TokenError(.claim, "The token does not say when it expires (exp).")
    }
    guard now < expires + leeway else { throw TokenError(.expired, "The token has expired.") }
    if let notBefore = claims.notBefore, now < notBefore - leeway {
      throw TokenError(.notYetValid, "The token is not valid yet.")
    }
    guard let subject = claims.subject, !subject.isEmpty, subject.utf8.count <= 256 else {
      throw TokenError(.claim, "The token does not say whom it stands for (sub).")
    }
    return Principal(
      subject: subject, roles: Set(claims.roles.compactMap(Role.init(rawValue:))),
      regions: Set(claims.regions.compactMap(RegionScope.init)))
  }
}
