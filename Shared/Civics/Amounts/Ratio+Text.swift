extension Ratio: LosslessStringConvertible {
  /// Reads `4.5`, `-0.25`, `10%` and `1/3`: ASCII digits, at most 15 before and 12 after the point, no grouping.
  public init?(_ description: String) {
    if description.hasSuffix("%") {
      guard let percent = Ratio(decimal: description.dropLast()), let share = try? percent / Ratio(100) else {
        return nil
      }
      self = share
    } else if let line = description.firstIndex(of: "/") {
      let below = description[description.index(after: line)...]
      guard let top = Ratio(decimal: description[..<line])?.whole, let bottom = Ratio(decimal: below)?.whole,
        bottom > 0,
        let fraction = try? Ratio(top, over: bottom)
      else { return nil }
      self = fraction
    } else {
      guard let decimal = Ratio(decimal: description[...]) else { return nil }
      self = decimal
    }
  }

  private init?(decimal text: Substring) {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Self.digits(parts[0], atMost: 15) else { return nil }
    var numerator = whole
    var denominator = 1
    if parts.count == 2 {
      guard let fraction = Self.digits(parts[1], atMost: 12) else { return nil }
      for _ in parts[1].utf8 { denominator *= 10 }
      let (scaled, overflow) = whole.multipliedReportingOverflow(by: denominator)
      let (sum, carried) = scaled.addingReportingOverflow(fraction)
      if overflow || carried { return nil }
      numerator = sum
    }
    guard let ratio = try? Ratio(isNegative ? -numerator : numerator, over: denominator) else { return nil }
    self = ratio
  }

  private static func digits(_ text: Substring, atMost limit: Int) -> Int? {
    let bytes = text.utf8
    guard (1...limit).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// A decimal where the number has a finite one of at most 12 places, else `numerator/denominator`.
  public var description: String {
    var scale = 1
    for places in 0...12 {
      if scale % denominator == 0 {
        let (scaled, overflow) = numerator.magnitude.multipliedReportingOverflow(by: UInt(scale / denominator))
        if overflow { break }
        let digits = String(scaled)
        let padded = String(repeating: "0", count: Swift.max(0, places + 1 - digits.utf8.count)) + digits
        let sign = numerator < 0 ? "-" : ""
        return places == 0 ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
      }
      scale *= 10
    }
    return "\(numerator)/\(denominator)"
  }
}
