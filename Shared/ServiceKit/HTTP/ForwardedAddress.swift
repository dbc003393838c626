/// Who asks, behind proxies of our own.
enum ForwardedAddress {
  /// The address that the outermost trusted proxy saw. What stands further left in the header, the caller may have
  /// written.
  /// - Parameter forwarded: the values of `X-Forwarded-For`, in order.
  static func client(of connection: String?, forwarded: [String], trustedProxies: Int) -> String? {
    guard trustedProxies > 0 else { return connection }
    let addresses = forwarded.flatMap { $0.split(separator: ",") }.map { part in
      part.filter { !$0.isWhitespace }
    }
    let seen = addresses.suffix(trustedProxies).first ?? ""
    return seen.isEmpty || seen.utf8.count > 64 ? connection : seen
  }
}
