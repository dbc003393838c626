import Civics

/// The divisions that cover one, by their codes.
enum RegionPlaces {
  /// The division itself first, then those above, the country last; only itself for a code that no table knows.
  static func upwards(from region: String) -> [String] {
    guard let code = try? RegionCode(region) else { return [region] }
    return [region] + code.ancestors.map(\.description)
  }
}
