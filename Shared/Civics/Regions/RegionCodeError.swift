/// Why a text is not the code of a division.
public enum RegionCodeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not six ASCII digits.
  case malformed(String)
  /// Six digits, but no division of the table has them.
  case unknown(String)

  /// A stable word for machines.
  public var code: String {
    switch self {
    case .malformed: "region-malformed"
    case .unknown: "region-unknown"
    }
  }

  public var description: String {
    switch self {
    case .malformed(let text):
      "a region is six digits of GB/T 2260, this is \(text.unicodeScalars.count) characters that are not"
    case .unknown(let text):
      "no division of GB/T 2260 has the code \(text)"
    }
  }
}
