import Civics
import Contracts
import FoundationEssentials

/// What the dry run of routing is asked: places with kinds, and rows that are not in force yet.
struct RoutingTrial: JSONConvertible {
  /// A place with a kind.
  struct Place: JSONConvertible {
    let region: String
    let area: String?
    let grid: String?
    let category: Category

    init(fields: JSONFields) throws(ContractViolation) {
      region = try fields.region("region")
      area = try fields.optionalString("area", limit: 12)
      grid = try fields.optionalString("grid", limit: 64)
      category = try fields.code("category")
    }

    var json: JSON {
      var object = JSONObject()
      object.set("region", region)
      object.set("area", area)
      object.set("grid", grid)
      object.set("category", code: category)
      return .object(object)
    }
  }

  /// A row as it would stand in the rule pack.
  struct Row: JSONConvertible {
    let region: String?
    let area: String?
    let grid: String?
    let kind: String?
    let bureau: String
    let name: String

    init(fields: JSONFields) throws(ContractViolation) {
      region = try fields.optionalRegion("region")
      area = try fields.optionalString("area", limit: 12)
      grid = try fields.optionalString("grid", limit: 64)
      kind = try fields.optionalString("kind", limit: 64)
      bureau = try fields.string("bureau")
      name = try fields.string("name")
    }

    var json: JSON {
      var object = JSONObject()
      object.set("region", region)
      object.set("area", area)
      object.set("grid", grid)
      object.set("kind", kind)
      object.set("bureau", bureau)
      object.set("name", name)
      return .object(object)
    }

    /// The lowest place named; nil for none, or a region that there is not.
    var node: RoutingNode? {
      if let grid { return .grid(grid) }
      if let area { return .area(area) }
      return region.flatMap { try? RegionCode($0) }.map(RoutingNode.region)
    }
  }

  let places: [Place]
  let rows: [Row]
  /// The unit that would have what no row fits; nil is the present one.
  let fallback: String?
  /// On how many of the newest petitions the rows are tried.
  let newest: Int?

  init(fields: JSONFields) throws(ContractViolation) {
    places = try fields.objects("places", maximum: 200)
    rows = try fields.objects("rows", maximum: 20_000)
    fallback = try fields.optionalString("fallback")
    newest = try fields.optionalInteger("newest", in: 1...TryRouting.most)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("places", places)
    object.set("rows", rows)
    object.set("fallback", fallback)
    object.set("newest", newest)
    return .object(object)
  }

  /// The places asked for.
  func asked() throws(ContractViolation) -> [TryRouting.Case] {
    var cases: [TryRouting.Case] = []
    for (index, place) in places.enumerated() {
      guard let region = try? RegionCode(place.region) else {
        throw ContractViolation(.regionUnknown, field: "body.places[\(index)].region")
      }
      let routing = RoutingPlace(region: region, area: place.area, grid: place.grid)
      cases.append(TryRouting.Case(place: routing, category: place.category))
    }
    return cases
  }

  /// The rows as a table; nil where none are proposed.
  func proposal(at now: Date, _ attempt: TryRouting) throws -> RoutingTable? {
    guard !rows.isEmpty || fallback != nil else { return nil }
    return RoutingTable(
      rows: rows.map { RoutingTable.Row(node: $0.node, kind: $0.kind, unit: $0.bureau, name: $0.name) },
      fallback: try fallback ?? attempt.fallback(at: now))
  }
}
