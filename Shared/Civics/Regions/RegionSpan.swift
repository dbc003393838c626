/// The codes of a division and all below it, as a range of six digits: 360400 covers 360400 to 360499.
///
/// For statements that look divisions up by an ordered index; whether a caller may see a division is ServiceKit's matter.
public struct RegionSpan: Sendable, Equatable {
  /// The first code covered.
  public let first: String
  /// The last code covered.
  public let last: String
  /// How many of the digits say where: 0 for the country, 2, 4 or 6.
  public let significant: Int

  /// - Parameter region: six digits of GB/T 2260.
  public init(_ region: String) {
    var digits = region[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    significant = digits.utf8.count
    let rest = max(0, 6 - significant)
    first = digits + String(repeating: "0", count: rest)
    last = digits + String(repeating: "9", count: rest)
  }
}

extension RegionSpan {
  /// How many digits tell apart the divisions just below the highest of these.
  /// - Returns: 2, 4 or 6.
  public static func digitsBelow(_ regions: [String]) -> Int {
    min(6, (regions.map { RegionSpan($0).significant }.min() ?? 0) + 2)
  }
}
