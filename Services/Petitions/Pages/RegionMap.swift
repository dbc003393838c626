import Civics
import Contracts

/// Where the tiles of divisions stand: those of one division above in rows below its name. From the country down to the
/// provinces, else down to the counties.
struct RegionMap {
  static let width = 720.0
  private static let tile = (width: 116.0, height: 52.0, gap: 4.0)
  private static let perRow = 6

  private(set) var groups: [[String: any Sendable]] = []
  private(set) var height = 0.0

  /// - Parameter board: as the API answers it.
  init(_ board: JSON) {
    let regions = (board["regions"]?.array ?? []).compactMap { $0.string.flatMap { try? RegionCode($0) } }
    let isCountry = regions.contains(.country)
    let counties = board["counties"]?.array ?? []
    let shown = RegionCode.all.filter { region in
      !region.isAbolished && regions.contains { $0.covers(region) }
        && (isCountry ? region.level == .province : region.level == .county)
    }
    // A case may stand in a division that is no county, or is abolished: it is shown too.
    let known = counties.compactMap { $0["region"]?.string.flatMap { try? RegionCode($0) } }
    let others = isCountry ? [] : known.filter { !shown.contains($0) }
    let byAbove = Dictionary(grouping: shown + others) { $0.level == .county ? $0.parent ?? .country : .country }
    for (above, divisions) in byAbove.sorted(by: { $0.key < $1.key }) {
      add(above, divisions.sorted(), counties)
    }
  }

  private mutating func add(_ above: RegionCode, _ divisions: [RegionCode], _ counties: [JSON]) {
    height += 24
    let top = height
    let tiles = divisions.enumerated().map { index, region -> [String: any Sendable] in
      let x = Double(index % Self.perRow) * (Self.tile.width + Self.tile.gap)
      let y = top + Double(index / Self.perRow) * (Self.tile.height + Self.tile.gap)
      return tile(region, counties).merging(
        [
          "above": above.name, "x": Int(x), "y": Int(y), "textX": Int(x) + 6, "nameY": Int(y) + 20,
          "countY": Int(y) + 40,
        ]) { own, _ in own }
    }
    let rows = (divisions.count + Self.perRow - 1) / Self.perRow
    height += Double(rows) * (Self.tile.height + Self.tile.gap)
    groups.append(["name": above.fullName, "textY": Int(top) - 6, "tiles": tiles])
  }

  private func tile(_ region: RegionCode, _ counties: [JSON]) -> [String: any Sendable] {
    let inside = counties.filter { county in
      county["region"]?.string.flatMap { try? RegionCode($0) }.map { region.covers($0) } ?? false
    }
    func sum(_ name: String) -> Int { inside.map { Int($0[name]?.integer ?? 0) }.reduce(0, +) }
    let (open, overdue, dueSoon) = (sum("open"), sum("overdue"), sum("dueSoon"))
    let isProvince = region.level == .province
    return [
      "code": region.description, "name": region.name, "open": open, "overdue": overdue, "dueSoon": dueSoon,
      "inTime": sum("inTime"), "isFilled": open > 0,
      "colour": open == 0 ? "" : overdue > 0 ? "red" : dueSoon > 0 ? "amber" : "green",
      "link": isProvince ? "/pages/map?region=\(region)" : "/pages/petitions?region=\(region)",
    ]
  }
}
