/// The codes of the divisions in a division.
enum RegionPattern {
  /// Without its trailing pairs of zeros a division's code is what the codes of all divisions in it begin with.
  static func like(_ region: String) -> String {
    var digits = region[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return digits + "%"
  }

  /// The only division shown, when it has none below it.
  static func county(_ regions: [String]) -> String? {
    guard regions.count == 1, let region = regions.first, !region.hasSuffix("00") else { return nil }
    return region
  }

  /// Whether a division lies in another.
  static func covers(_ division: String, _ region: String) -> Bool {
    division == "000000" || region.hasPrefix(like(division).dropLast())
  }
}
