import Dispatch
import Glibc
import Postgres
import Synchronization

/// A TCP relay in front of the server that can fall silent, or cut the line at the worst moment.
final class FaultProxy: Sendable {
  enum Cut: Sendable {
    /// The request reaches the server; the answer reaches nobody.
    case afterForwarding
    /// The request reaches nobody.
    case beforeForwarding
  }

  private struct State {
    var isFrozen = false
    var isStopped = false
    var cut: (pattern: [UInt8], when: Cut)?
    var sockets: [Int32] = []
  }

  private let listener: Int32
  let port: UInt16
  private let host: String
  private let serverPort: String
  private let state = Mutex(State())

  struct Failure: Error { let reason: String }

  init(to configuration: PostgresConfiguration) async throws {
    var settings: [Substring: String] = [:]
    for pair in configuration.description.split(separator: " ") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { settings[parts[0]] = String(parts[1]) }
    }
    host = settings["host"] ?? "127.0.0.1"
    serverPort = settings["port"] ?? "5432"
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        [bind(listener, pointer, length), listen(listener, 16), getsockname(listener, pointer, &length)]
      }
    }
    guard bound == [0, 0, 0] else { throw Failure(reason: "no port for the proxy") }
    port = UInt16(bigEndian: address.sin_port)
    Self.thread { [self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        serve(client)
      }
    }
  }

  /// A serial queue has a thread of its own: a blocked one stands in nobody's way.
  private static func thread(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "fault proxy").async(execute: body)
  }

  /// The way to the database through the proxy.
  func configuration(of database: TestDatabase) throws -> PostgresConfiguration {
    let url = try TestDatabase.url(forDatabase: database.name, through: port)
    return try PostgresConfiguration(
      url: url, applicationName: "test", searchPath: database.configuration.searchPath)
  }

  func freeze() { state.withLock { $0.isFrozen = true } }

  func thaw() { state.withLock { $0.isFrozen = false } }

  /// Cuts the connection in which a client's request holds the text.
  func cut(at pattern: String, _ when: Cut) { state.withLock { $0.cut = (Array(pattern.utf8), when) } }

  func heal() { state.withLock { $0.cut = nil } }

  /// Ends all connections; new ones are served.
  func cutAll() {
    for socket in state.withLock({ $0.sockets }) { shutdown(socket, Int32(SHUT_RDWR)) }
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    cutAll()
  }

  private func serve(_ client: Int32) {
    guard let server = connectToServer() else {
      close(client)
      return
    }
    state.withLock { $0.sockets += [client, server] }
    Self.thread { self.relay(from: client, to: server, isRequest: true) }
    Self.thread { self.relay(from: server, to: client, isRequest: false) }
  }

  private func connectToServer() -> Int32? {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, serverPort, &hints, &found) == 0, let address = found?.pointee else { return nil }
    defer { freeaddrinfo(found) }
    let server = socket(address.ai_family, address.ai_socktype, 0)
    guard connect(server, address.ai_addr, address.ai_addrlen) == 0 else { return nil }
    return server
  }

  private func relay(from source: Int32, to target: Int32, isRequest: Bool) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(source, &buffer, buffer.count)
      guard count > 0 else { break }
      while state.withLock({ $0.isFrozen && !$0.isStopped }) { usleep(5000) }
      if isRequest, let cut = state.withLock({ $0.cut }), buffer[..<count].firstRange(of: cut.pattern) != nil {
        // The server reads what was sent before it sees the end; the answer finds a closed door.
        shutdown(source, Int32(SHUT_RDWR))
        if cut.when == .afterForwarding { _ = write(target, buffer, count) }
        shutdown(target, Int32(SHUT_WR))
        return
      }
      var sent = 0
      while sent < count {
        let written = buffer[sent..<count].withUnsafeBytes {
          send(target, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard written > 0 else { break }
        sent += written
      }
      if sent < count { break }
    }
    shutdown(source, Int32(SHUT_RDWR))
    shutdown(target, Int32(SHUT_RDWR))
  }
}
