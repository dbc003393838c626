import Contracts
import FoundationEssentials

/// The claims of a token that we look at (RFC 7519 §4.1 and our own `roles` and `regions`).
struct TokenClaims {
  let issuer: String?
  let audiences: [String]
  let subject: String?
  let expires: Double?
  let notBefore: Double?
  let roles: [String]
  let regions: [String]

  init(payload: [UInt8]) throws(TokenError) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: payload, limits: JSONLimits(maximumBytes: 16_384, maximumDepth: 8))
    } catch {
      throw TokenError(.malformed, "The payload of the token is not JSON that we accept.")
    }
    guard case .object(let claims) = json else { throw TokenError(.malformed, "The payload is no JSON object.") }
    issuer = try Self.text(claims, "iss")
    subject = try Self.text(claims, "sub")
    audiences = try Self.texts(claims, "aud")
    expires = try Self.time(claims, "exp")
    notBefore = try Self.time(claims, "nbf")
    roles = try Self.texts(claims, "roles")
    regions = try Self.texts(claims, "regions")
  }

  private static func text(_ claims: JSONObject, _ name: String) throws(TokenError) -> String? {
    guard let value = claims[name] else { return nil }
    guard let text = value.string else { throw TokenError(.claim, "The claim \(name) is not a text.") }
    return text
  }

  /// A list of texts; a single text counts as a list of one, as `aud` may be either (RFC 7519 §4.1.3).
  private static func texts(_ claims: JSONObject, _ name: String) throws(TokenError) -> [String] {
    guard let value = claims[name] else { return [] }
    if let text = value.string { return [text] }
    guard let elements = value.array else { throw TokenError(.claim, "The claim \(name) is not a list of texts.") }
    let texts = elements.compactMap(\.string)
    guard texts.count == elements.count else { throw TokenError(.claim, "The claim \(name) is not a list of texts.") }
    return texts
  }

  /// Seconds since 1970, with or without a fraction (RFC 7519 §2, NumericDate).
  private static func time(_ claims: JSONObject, _ name: String) throws(TokenError) -> Double? {
    guard let value = claims[name] else { return nil }
    guard case .number(let text) = value, let seconds = Double(text), seconds.isFinite else {
      throw TokenError(.claim, "The claim \(name) is not a number of seconds.")
    }
    return seconds
  }
}
