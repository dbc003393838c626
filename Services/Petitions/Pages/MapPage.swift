import Civics
import Contracts
import Pages

/// The tree of regions as tiles, coloured by what is late there, with the same numbers as a table.
struct MapPage: Sendable {
  func register(on pages: PageRoutes) {
    pages.get("map") { visit in
      let board = try await visit.get("/v1/board", [("region", visit.query("region"))]).json
      let map = RegionMap(board)
      return visit.show(
        "map", PageText("区域分布", "Map of regions"),
        ["groups": map.groups, "width": Int(RegionMap.width), "height": Int(map.height), "board": board])
    }
  }
}
