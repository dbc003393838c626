import Glibc

/// Ports for servers and services that a test starts.
public enum FreePort {
  /// A loopback port that nobody listens on, below those that the kernel hands out for outgoing connections: it must
  /// still be free when a server that went away comes back.
  public static func next() -> Int {
    while true {
      let port = UInt16.random(in: 20_000..<32_000)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      let bound = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      if bound == 0 { return Int(port) }
    }
  }
}
