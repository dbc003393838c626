extension Money: LosslessStringConvertible {
  /// Reads yuan: `1579.5`, `1579.50`, `60000`, `-3`. ASCII digits, at most two after the point, no grouping, no sign but `-`.
  /// More places are refused, not rounded: they would be a mistake of the sender.
  public init?(_ description: String) {
    let isNegative = description.hasPrefix("-")
    let parts = (isNegative ? description.dropFirst() : description[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(Self.isDigits), let whole = Int(parts[0]) else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 2, let digits = Int(parts[1]) else { return nil }
      fraction = parts[1].utf8.count == 1 ? digits * 10 : digits
    }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: 100)
    let (fen, carried) = scaled.addingReportingOverflow(fraction)
    if overflow || carried { return nil }
    self.init(fen: isNegative ? -fen : fen)
  }

  /// Yuan with two places: `1579.50`.
  public var description: String {
    let digits = String(fen.magnitude)
    let padded = String(repeating: "0", count: Swift.max(0, 3 - digits.utf8.count)) + digits
    return (fen < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
