/// How high a division stands.
public enum RegionLevel: Int, Sendable, Comparable, CaseIterable {
  /// The whole country, code 000000.
  case country
  /// Provinces, autonomous regions, municipalities under the central government (省级), codes `PP0000`.
  case province
  /// Prefecture-level cities, leagues, prefectures (地级), codes `PPCC00`.
  case prefecture
  /// Counties, districts, county-level cities, banners (县级), codes `PPCCDD`.
  case county

  public static func < (left: RegionLevel, right: RegionLevel) -> Bool { left.rawValue < right.rawValue }
}
