import Contracts
import Postgres
import ServiceKit

/// Counts the subjects by division and colour, from the entries of one narrow index.
enum ColourCounts {
  /// - Parameter regions: only subjects in these divisions are counted.
  static func read(regions: [String], on connection: PostgresConnection) async throws -> [ColourCount] {
    let rows = try await connection.query(
      """
      select region, colour, count(*) from rating where \(RegionCondition.sql(regions))
      group by region, colour order by region, colour
      """, as: (String, String, Int).self)
    return try rows.map { row in
      guard let colour = Colour(rawValue: row.1) else { throw StoredValueError(table: "rating", id: row.1) }
      return ColourCount(region: row.0, colour: colour, subjects: row.2)
    }
  }
}
