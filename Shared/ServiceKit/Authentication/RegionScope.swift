/// The territory of a six-digit code of administrative divisions (GB/T 2260): a province, city or county.
///
/// A code that ends in zeros stands for everything below it: `360000` covers `360400`, which covers `360426`. The
/// code `000000` is the whole country.
public struct RegionScope: Sendable, Hashable, CustomStringConvertible {
  /// The six digits.
  public let code: String

  /// - Returns: nil when the text is not six digits.
  public init?(_ code: String) {
    guard code.utf8.count == 6, code.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    self.code = code
  }

  /// Whether the division of this code is this one or lies below it; false for what is no code.
  public func covers(_ region: String) -> Bool {
    guard RegionScope(region) != nil else { return false }
    return region.hasPrefix(significant)
  }

  /// The pairs of digits that say where: without trailing pairs of zeros.
  private var significant: Substring {
    var digits = code[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return digits
  }

  public var description: String { code }
}
