import Civics
import Contracts

/// Which unit a place and a kind belong to (分级负责、属地管理), from the rows of a rule pack.
///
/// The lowest place wins; at one place a row for the kind wins over one for all kinds. Where no row fits, the named
/// fallback has it: no petition belongs to nobody. A look-up costs the same however many rows there are.
final class RoutingTable: Sendable {
  /// One row as configured.
  struct Row: Hashable, Sendable {
    var node: RoutingNode?
    /// The kind as written; nil for all kinds.
    var kind: String?
    var unit: String
    var name: String
  }

  private struct Key: Hashable {
    let node: RoutingNode
    let kind: Category?
  }

  /// The unit that has what no row fits.
  let fallback: String
  /// What is wrong with rows that can never be used, in sentences.
  let problems: [String]
  private let rows: [Key: Row]

  init(rows: [Row], fallback: String) {
    var usable: [Key: Row] = [:]
    var problems: [String] = []
    for (index, row) in rows.enumerated() {
      let place = "row \(index + 1)"
      guard let node = row.node else {
        problems.append("\(place) names no region, area or grid")
        continue
      }
      guard let kind = Self.kind(row.kind) else {
        problems.append("\(place) is for the kind \(row.kind ?? ""), which there is not")
        continue
      }
      let key = Key(node: node, kind: kind)
      if usable[key] != nil {
        problems.append("\(place) is for \(node) again: the row before it wins")
      } else {
        usable[key] = row
      }
    }
    self.rows = usable
    self.problems = problems
    self.fallback = fallback
  }

  /// The rows of a rule pack's table with the columns `bureau` and `name`, and `region`, `area`, `grid` and `kind`, of
  /// which a row gives what it needs.
  convenience init(_ table: RuleTable, fallback: String) {
    self.init(
      rows: table.rows.map { row in
        Row(
          node: Self.node(row), kind: try? row.text("kind"), unit: (try? row.text("bureau")) ?? fallback,
          name: (try? row.text("name")) ?? "")
      }, fallback: fallback)
  }

  /// - Parameter category: the main kind of harm; nil asks for the rows for all kinds alone.
  func route(_ place: RoutingPlace, _ category: Category?) -> Route {
    for node in place.branch {
      if let category, let row = rows[Key(node: node, kind: category)] {
        return Route(unit: row.unit, name: row.name, matched: "\(node), \(category.rawValue)")
      }
      if let row = rows[Key(node: node, kind: nil)] {
        return Route(unit: row.unit, name: row.name, matched: "\(node)")
      }
    }
    return Route(unit: fallback, name: nil, matched: nil)
  }

  /// The lowest place that the row names.
  private static func node(_ row: RuleRow) -> RoutingNode? {
    if let grid = try? row.text("grid") { return .grid(grid) }
    if let area = try? row.text("area") { return .area(area) }
    return (try? row.region("region")).map(RoutingNode.region)
  }

  /// - Returns: nil for a kind that there is not; `.some(nil)` for all kinds.
  private static func kind(_ written: String?) -> Category?? {
    guard let written else { return .some(nil) }
    return Category(rawValue: written).map { .some($0) }
  }
}
