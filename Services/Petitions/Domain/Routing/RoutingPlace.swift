import Civics

/// Where pollution is, as far down as it is known: county, township or village, grid cell.
struct RoutingPlace: Hashable, Sendable {
  let region: RegionCode
  /// The township or the village by its statistical code, nine or twelve digits.
  var area: String?
  /// The grid cell (网格).
  var grid: String?

  init(region: RegionCode, area: String? = nil, grid: String? = nil) {
    self.region = region
    self.area = area
    self.grid = grid
  }

  /// The branch of the region tree from the grid cell up to the country, the lowest first.
  var branch: [RoutingNode] {
    var nodes: [RoutingNode] = []
    if let grid { nodes.append(.grid(grid)) }
    if let area {
      if area.utf8.count > 9 { nodes.append(.area(area)) }
      nodes.append(.area(String(area.prefix(9))))
    }
    nodes.append(.region(region))
    return nodes + region.ancestors.map(RoutingNode.region)
  }
}
