import Civics
import Contracts
import FoundationEssentials
import Postgres

/// What a subscription wants, as its columns hold it.
struct StoredFilter {
  let types: [String]
  let regions: [String]
  let colours: [String]
  let kinds: [String]
  let filters: PostgresJSON

  /// - Throws: when the row holds what no version of this service writes.
  func filter(of id: UUID) throws -> EventFilter {
    let known = regions.compactMap { try? RegionCode($0) }
    let colour = colours.compactMap(Colour.init(rawValue:))
    guard known.count == regions.count, colour.count == colours.count, let json = try? JSON(parsing: filters.bytes),
      let expressions = try? FilterReader.filters(json, field: "filters")
    else { throw StoredValueError(table: "subscription", id: id.lowercased) }
    return EventFilter(types: types, regions: known, kinds: kinds, colours: colour, filters: expressions)
  }

  /// The column of the filters.
  static func json(_ filters: [FilterExpression]) -> PostgresJSON {
    PostgresJSON(JSON.array(filters.map(\.json)).bytes)
  }
}
