import Postgres
import ServiceKit

/// A page of a table in the order of its `entry`, within divisions.
///
/// It goes through one index and stops when the page is full. What the index does not decide is looked at row by row, for
/// at most ``reach`` rows: a page of rare rows may be short, or empty, and says where to go on. So no combination of
/// filters costs more than that, however much is stored.
struct EntryListing: Sendable {
  /// The most rows looked at for one page.
  static let reach = 5_000

  let table: SQL
  /// What the index does not decide.
  private var filter: SQL = "true"
  var place: EntryPlace

  init(table: SQL, place: EntryPlace) {
    self.table = table
    self.place = place
  }

  private var regions: [String] { place.regions }
  private var after: Int64 { place.after }
  private var limit: Int { place.limit }

  /// With one more condition that the index does not decide.
  func adding(_ condition: SQL) -> EntryListing {
    var listing = self
    listing.filter = "\(filter) and \(condition)"
    return listing
  }

  /// The rows of a page and one more, which tells that there is more.
  func page(_ columns: SQL) -> SQL {
    """
    select \(columns) from (
      select * from \(table) where \(driven) order by \(order) limit \(EntryListing.reach)) as \(table)
    where case when \(rest) then true end limit \(limit + 1)
    """
  }

  /// Reads a page.
  /// - Parameters:
  ///   - rows: the rows of ``page(_:)``.
  ///   - entry: the entry of a row.
  /// - Returns: the rows to show, and where to go on; nil at the end.
  func cut<Row>(
    _ rows: [Row], entry: (Row) -> Int64, on connection: PostgresConnection
  ) async throws -> (rows: [Row], next: Int64?) {
    guard rows.count <= limit else {
      let shown = Array(rows.prefix(limit))
      return (shown, shown.last.map(entry))
    }
    let end = try await connection.query(
      """
      select entry from \(table) where \(driven) order by \(order) offset \(EntryListing.reach - 1) limit 1
      """, as: Int64.self
    ).first
    return (rows, end)
  }

  /// The only division shown, when it has none below it: the index of regions finds it.
  private var county: String? {
    guard regions.count == 1, let region = regions.first, !region.hasSuffix("00") else { return nil }
    return region
  }

  private var order: SQL { county == nil ? "entry" : "region, entry" }

  private var driven: SQL {
    guard let county else { return "entry > \(after)" }
    return "region >= \(county) and region <= \(county) and (region, entry) > (\(county), \(after))"
  }

  private var rest: SQL {
    guard !regions.contains("000000") else { return filter }
    return "\(RegionCondition.sql(regions)) and (\(filter))"
  }
}
