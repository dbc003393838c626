import Dispatch
import Glibc

/// Finds the addresses of an endpoint and refuses those that lead into our own networks.
///
/// Against request forgery: all addresses of a name are looked at before a visit, one private one refuses them all, and
/// the visit then connects to the address that was looked at and to no other, so that a name server that answers
/// differently the second time (DNS rebinding) gains nothing. Redirects are not followed at all. Not covered: a router or proxy on the way that turns a
/// public address inwards; only the network's own egress rules can refuse that.
struct AddressGuard: Sendable {
  enum Refusal: Error, Sendable, Equatable {
    /// The name has no address, or its server does not answer.
    case unresolved
    /// It leads to a private or reserved address.
    case privateAddress
  }

  private static let queue = DispatchQueue(label: "notifications.resolver", attributes: .concurrent)

  /// How long a name server may take.
  private static let patience = Duration.seconds(5)

  let allowsPrivate: Bool
  private let names = NameCache()

  init(allowsPrivate: Bool) {
    self.allowsPrivate = allowsPrivate
  }

  /// The addresses to connect to; the URL's own when it names one.
  func addresses(of url: WebhookURL) async throws(Refusal) -> [String] {
    let found = url.literal == nil ? await find(url.host) : [url.host]
    guard !found.isEmpty else { throw .unresolved }
    guard allowsPrivate || found.allSatisfy({ InternetAddress($0)?.isPublic ?? false }) else { throw .privateAddress }
    return found
  }

  private func find(_ host: String) async -> [String] {
    if let known = names.addresses(of: host) { return known }
    let found = await AddressGuard.resolve(host)
    names.remember(found, of: host)
    return found
  }

  /// Asks the system's resolver, which blocks, on a queue of its own; gives up waiting in time, though the resolver does
  /// not: a name server that hangs holds nobody up but itself.
  private static func resolve(_ host: String) async -> [String] {
    let (answers, answer) = AsyncStream.makeStream(of: [String].self, bufferingPolicy: .bufferingOldest(1))
    queue.async {
      answer.yield(lookUp(host))
      answer.finish()
    }
    let waiting = Task {
      try await Task.sleep(for: patience)
      answer.finish()
    }
    defer { waiting.cancel() }
    var found: [String] = []
    for await addresses in answers { found = addresses }
    return found
  }

  private static func lookUp(_ host: String) -> [String] {
    var hints = addrinfo()
    hints.ai_flags = AI_ADDRCONFIG
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [String] = []
    var next = list
    while let entry = next?.pointee {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      if getnameinfo(
        entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
      {
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        // A scope (fe80::1%eth0) stays in the text and is then no public address.
        found.append(String(decoding: bytes, as: UTF8.self))
      }
      next = entry.ai_next
    }
    return found
  }
}
