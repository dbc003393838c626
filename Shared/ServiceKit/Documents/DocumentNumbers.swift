public import Postgres

/// Numbers of official documents (文号), counted without gaps within a series and a year.
///
/// The service keeps them in its own table `document_number (series text, year int, last bigint)`, with both as its key.
public enum DocumentNumbers {
  /// The next number. Whoever takes one holds the series until the commit, so that none is lost with a transaction.
  /// - Parameter year: the year in Shanghai.
  public static func next(_ series: String, year: Int, on connection: PostgresConnection) async throws -> Int64 {
    try await connection.query(
      """
      insert into document_number (series, year, last) values (\(series), \(Int32(clamping: year)), 1)
      on conflict (series, year) do update set last = document_number.last + 1 returning last
      """, as: Int64.self
    ).first ?? 1
  }
}
