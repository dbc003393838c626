import Crypto
import Hummingbird

/// A browser in which somebody is signed in: it holds the same token that a program sends.
struct PageSession: Sendable {
  let token: String

  init?(_ request: Request) {
    guard let token = PageCookie.session.value(in: request) else { return nil }
    self.token = token
  }

  init(token: String) { self.token = token }

  /// What every form of this session carries, so that a page of somebody else's cannot send one: who does not know the token
  /// cannot make it, and any replica can check it.
  var seal: String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("ecoredress form".utf8), using: SymmetricKey(data: Array(token.utf8)))
    return code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  func accepts(seal: String?) -> Bool {
    guard let seal else { return false }
    let (own, other) = (Array(self.seal.utf8), Array(seal.utf8))
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
