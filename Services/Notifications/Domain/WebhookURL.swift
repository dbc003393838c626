import FoundationEssentials

/// The address of an agency's endpoint: what may be called at all, before any name is resolved.
struct WebhookURL: Sendable, Equatable {
  static let limit = 1024

  let text: String
  /// The name or address, without the brackets of IPv6.
  let host: String
  let port: Int
  /// The address when the URL names one; nil when it names a host.
  let literal: InternetAddress?

  /// - Parameter allowsPrivate: for development: plain http, loopback and private addresses.
  /// - Throws: `.url` with what is wrong, in a sentence.
  init(_ text: String, allowsPrivate: Bool) throws(NotificationError) {
    guard text.utf8.count <= WebhookURL.limit, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }), let url = URL(string: text),
      let scheme = url.scheme?.lowercased(), let named = url.host(), !named.isEmpty
    else { throw .url("it is not a URL of at most \(WebhookURL.limit) ASCII characters") }
    guard scheme == "https" || (scheme == "http" && allowsPrivate) else { throw .url("only https is called") }
    guard url.user() == nil, url.password() == nil else { throw .url("it must not hold a name or a password") }
    guard url.fragment() == nil else { throw .url("it must not have a fragment") }
    let host = named.hasPrefix("[") && named.hasSuffix("]") ? String(named.dropFirst().dropLast()) : named
    self.text = text
    self.host = host.lowercased()
    port = url.port ?? (scheme == "https" ? 443 : 80)
    literal = InternetAddress(host)
    guard 1...65_535 ~= port else { throw .url("its port is out of range") }
    if literal == nil, WebhookURL.looksNumeric(self.host) {
      throw .url("its address is not written as four decimal numbers or as IPv6")
    }
    guard !allowsPrivate else { return }
    if let literal, !literal.isPublic { throw .url("it leads to a private or reserved address") }
    if literal == nil, WebhookURL.isLocalName(self.host) { throw .url("it names a host of a local network") }
  }

  /// `2130706433`, `0x7f.1`, `127.1`: forms that resolvers take for addresses (WHATWG URL §3.5) and people do not.
  private static func looksNumeric(_ host: String) -> Bool {
    guard let last = host.split(separator: ".").last else { return true }
    return last.utf8.allSatisfy { 0x30...0x39 ~= $0 } || last.hasPrefix("0x")
  }

  /// Names that mean this machine or this network (RFC 6761, RFC 6762, RFC 8375), and names without a dot.
  private static func isLocalName(_ host: String) -> Bool {
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    return !name.contains(".")
      || [".localhost", ".local", ".internal", ".home.arpa", ".intranet", ".lan"].contains { name.hasSuffix($0) }
  }
}
