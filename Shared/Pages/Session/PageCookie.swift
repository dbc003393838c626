import Hummingbird

/// The cookies of pages. The four services of one address share them.
enum PageCookie: String {
  /// The token of whoever is signed in.
  case session = "ecoredress_session"
  case language = "ecoredress_language"
  /// What a sign-in elsewhere was begun with.
  case signIn = "ecoredress_sign_in"

  func value(in request: Request) -> String? {
    for header in request.headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        if parts.count == 2, parts[0].filter({ $0 != " " }) == rawValue { return String(parts[1]) }
      }
    }
    return nil
  }

  /// - Parameters:
  ///   - value: of token characters only; an empty one removes the cookie.
  ///   - seconds: how long the browser keeps it; nil until it is closed.
  func set(_ value: String, isSecure: Bool, seconds: Int? = nil) -> String {
    let age = value.isEmpty ? "; Max-Age=0" : seconds.map { "; Max-Age=\($0)" } ?? ""
    return "\(rawValue)=\(value); Path=/pages; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")\(age)"
  }
}
