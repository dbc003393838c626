/// The part of an internet address that one household or firm has to itself.
enum AddressBlock {
  /// An IPv4 address as it is; of an IPv6 address the first 64 bits, since everybody has 2^64 of them.
  static func name(of address: String?) -> String {
    guard let address else { return "-" }
    guard address.contains(":"), !address.contains(".") else { return address }
    let halves = address.prefix { $0 != "%" }.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    let front = halves.first?.split(separator: ":").map(String.init) ?? []
    let back = halves.count > 1 ? halves[1].split(separator: ":").map(String.init) : []
    let gap = halves.count > 1 ? max(0, 8 - front.count - back.count) : 0
    let groups = front + [String](repeating: "0", count: gap) + back
    return groups.prefix(4).map { group in
      let digits = group.lowercased().drop { $0 == "0" }
      return digits.isEmpty ? "0" : String(digits)
    }.joined(separator: ":")
  }
}
