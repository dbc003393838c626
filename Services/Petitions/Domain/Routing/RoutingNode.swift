import Civics

/// One place of the region tree that a routing row can be for.
enum RoutingNode: Hashable, Sendable, CustomStringConvertible {
  case grid(String)
  /// A township or a village by its statistical code.
  case area(String)
  case region(RegionCode)

  /// Such as `grid 360402001-07`, `area 360402001`, `region 360402`.
  var description: String {
    switch self {
    case .grid(let code): "grid \(code)"
    case .area(let code): "area \(code)"
    case .region(let code): "region \(code)"
    }
  }
}
