import Civics

/// The county-level divisions in force, for shares of counties.
enum Counties {
  /// Those of some divisions; a division covers those below it.
  static func of(_ regions: [String]) -> Set<String> {
    let above = regions.compactMap { try? RegionCode($0) }
    return Set(
      RegionCode.all.lazy
        .filter { region in region.level == .county && !region.isAbolished && above.contains { $0.covers(region) } }
        .map(\.description))
  }
}
