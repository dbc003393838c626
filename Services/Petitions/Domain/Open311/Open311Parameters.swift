import FoundationEssentials

/// The parameters of a query or of a form (application/x-www-form-urlencoded).
struct Open311Parameters: Sendable {
  /// More than any client sends.
  private static let most = 128

  private let values: [String: String]

  /// Reads `name=value` pairs; of a name that comes twice the first counts.
  /// - Throws: ``Open311Error`` 400 for too many, and for what is not UTF-8 behind its percent signs.
  init(_ text: some StringProtocol) throws(Open311Error) {
    var values: [String: String] = [:]
    let pairs = text.split(separator: "&")
    guard pairs.count <= Self.most else {
      throw Open311Error(status: 400, description: "there are too many parameters")
    }
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else {
        throw Open311Error(status: 400, description: "a parameter is not UTF-8 in percent encoding")
      }
      if values[name] == nil { values[name] = value }
    }
    self.values = values
  }

  /// With those of another place, which fill what this one leaves open.
  func merging(_ other: Open311Parameters) -> Open311Parameters {
    Open311Parameters(values: values.merging(other.values) { own, _ in own })
  }

  private init(values: [String: String]) { self.values = values }

  /// Nil for one that is absent or blank.
  subscript(name: String) -> String? {
    guard let value = values[name], value.contains(where: { !$0.isWhitespace }) else { return nil }
    return value
  }

  private static func decoded(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(nibble), let low = rest.popFirst().flatMap(nibble) else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
