import Contracts
import FoundationEssentials
import Postgres

/// The steps of petitions that everybody may hear of.
enum RequestUpdateStore {
  struct Row: Sendable {
    let number: Int64
    let petition: UUID
    let at: Date
    let step: String
    let detail: JSON
  }

  /// The most rows of one answer.
  static let most = 1_000

  /// Those of a span of time, oldest first; never of a petition for which secrecy was asked. Whether one may be shown for
  /// all else its file says.
  /// - Parameters:
  ///   - region: the division whose petitions are shown, with those below it.
  ///   - petitions: of these alone; nil means all.
  static func read(
    _ window: Open311Window, region: String, petitions: [UUID]?, on connection: PostgresConnection
  ) async throws -> [Row] {
    let which: SQL = petitions.map { "p.id = any(\($0))" } ?? "s.at >= \(window.from) and s.at < \(window.before)"
    let rows = try await connection.query(
      """
      select s.number, p.id, s.at, s.step, s.detail::text
      from petition_step s join petition p using (entry)
      where \(which) and s.step = any(\(Open311Progress.steps)) and not p.is_secret
        and p.region like \(PetitionListing.pattern(region))
      order by s.at, s.number limit \(Self.most)
      """, as: (Int64, UUID, Date, String, String).self)
    return try rows.map {
      Row(
        number: $0.0, petition: $0.1, at: $0.2, step: $0.3,
        detail: try JSON(parsing: Array($0.4.utf8), limits: .storedFile))
    }
  }
}
