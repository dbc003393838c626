/// The pairs of a query or of a form (`application/x-www-form-urlencoded`); of a name that comes twice the first counts.
public struct URLForm: Sendable, Equatable {
  /// Why a text is no such form.
  public enum Flaw: Error, Sendable, Equatable {
    /// More pairs than anybody sends.
    case tooMany
    /// Percent signs without two hexadecimal digits, or bytes that are not UTF-8.
    case encoding
  }

  private let values: [String: String]

  /// - Parameter most: so many pairs at most.
  public init(_ text: some StringProtocol, most: Int = 128) throws(Flaw) {
    var values: [String: String] = [:]
    let pairs = text.split(separator: "&")
    guard pairs.count <= most else { throw .tooMany }
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else {
        throw .encoding
      }
      if values[name] == nil { values[name] = value }
    }
    self.values = values
  }

  private init(values: [String: String]) { self.values = values }

  /// One without pairs.
  public static let empty = URLForm(values: [:])

  /// With another value under one name.
  public func setting(_ name: String, to value: String) -> URLForm {
    URLForm(values: values.merging([name: value]) { $1 })
  }

  /// With those of another form, which fill what this one leaves open.
  public func merging(_ other: URLForm) -> URLForm {
    URLForm(values: values.merging(other.values) { own, _ in own })
  }

  /// Nil for one that is absent or blank.
  public subscript(name: String) -> String? {
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
