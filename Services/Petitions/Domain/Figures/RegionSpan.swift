/// The codes of a division and all below it, as a range of six digits: 360400 covers 360400 to 360499.
struct RegionSpan: Sendable, Equatable {
  let first: String
  let last: String
  /// How many of the digits say where: 0 for the country, 2, 4 or 6.
  let significant: Int

  init(_ region: String) {
    var digits = region[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    significant = digits.utf8.count
    let rest = max(0, 6 - significant)
    first = digits + String(repeating: "0", count: rest)
    last = digits + String(repeating: "9", count: rest)
  }
}
