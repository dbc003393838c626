/// An IPv4 or IPv6 address, and whether it belongs to the public Internet.
enum InternetAddress: Sendable, Hashable {
  /// Four bytes.
  case v4(UInt32)
  /// Eight groups.
  case v6([UInt16])

  /// Reads dotted decimal without leading zeros, or any form of RFC 4291 §2.2 without a zone; nil for anything else.
  init?(_ text: String) {
    if let address = InternetAddress.readV4(text[...]) {
      self = .v4(address)
    } else if let groups = InternetAddress.readV6(text) {
      self = .v6(groups)
    } else {
      return nil
    }
  }

  /// Whether it can be anybody's on the public Internet: not private, loopback, link-local, shared, multicast,
  /// documentation or otherwise reserved (the IANA special-purpose registries, RFC 6890). An IPv6 address that carries
  /// an IPv4 one – mapped, NAT64, 6to4 – is as public as that one, since it may end there.
  var isPublic: Bool {
    switch self {
    case .v4(let address): return !InternetAddress.reservedV4.contains { address & $0.mask == $0.base }
    case .v6(let groups):
      guard groups.count == 8 else { return false }
      let tail = InternetAddress.v4(UInt32(groups[6]) << 16 | UInt32(groups[7]))
      if groups[0..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF { return tail.isPublic }
      if groups[0..<4] == [0x64, 0xFF9B, 0, 0], groups[4] == 0, groups[5] == 0 { return tail.isPublic }
      if groups[0] == 0x2002 { return InternetAddress.v4(UInt32(groups[1]) << 16 | UInt32(groups[2])).isPublic }
      // 2000::/3 is what is given out; in it Teredo and the rest of 2001::/23, and the documentation blocks, are not.
      guard groups[0] & 0xE000 == 0x2000 else { return false }
      if groups[0] == 0x2001, groups[1] < 0x0200 || groups[1] == 0x0DB8 { return false }
      return !(groups[0] == 0x3FFF && groups[1] < 0x1000)
    }
  }

  private static let reservedV4: [(base: UInt32, mask: UInt32)] = [
    block(0, 0, 0, 0, 8), block(10, 0, 0, 0, 8), block(100, 64, 0, 0, 10), block(127, 0, 0, 0, 8),
    block(169, 254, 0, 0, 16), block(172, 16, 0, 0, 12), block(192, 0, 0, 0, 24), block(192, 0, 2, 0, 24),
    block(192, 88, 99, 0, 24), block(192, 168, 0, 0, 16), block(198, 18, 0, 0, 15), block(198, 51, 100, 0, 24),
    block(203, 0, 113, 0, 24), block(224, 0, 0, 0, 4), block(240, 0, 0, 0, 4),
  ]

  private static func block(
    _ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32, _ bits: UInt32
  ) -> (base: UInt32, mask: UInt32) {
    (first << 24 | second << 16 | third << 8 | fourth, UInt32.max << (32 - bits))
  }

  private static func readV4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard 1...3 ~= part.utf8.count, part.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
        part == "0" || !part.hasPrefix("0"), let byte = UInt8(part)
      else { return nil }
      address = address << 8 | UInt32(byte)
    }
    return address
  }

  private static func readV6(_ text: String) -> [UInt16]? {
    guard text.utf8.count <= 45, text.contains(":") else { return nil }
    let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
    guard halves.count <= 2, let head = groups(halves[0]) else { return nil }
    guard halves.count == 2 else { return head.count == 8 ? head : nil }
    guard let tail = groups(halves[1]), head.count + tail.count <= 7 else { return nil }
    return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  /// Groups between colons; the last may be an IPv4 address.
  private static func groups(_ text: Substring) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, let address = readV4(part) {
        groups += [UInt16(address >> 16), UInt16(address & 0xFFFF)]
      } else {
        guard 1...4 ~= part.utf8.count, part.utf8.allSatisfy({ UInt8(ascii: "+") != $0 && $0 != UInt8(ascii: "-") }),
          let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups
  }
}
