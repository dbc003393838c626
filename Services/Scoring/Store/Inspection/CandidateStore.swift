import Civics
import Contracts
import FoundationEssentials
import Postgres

/// Who can be drawn: one statement over the register, the plans and the ratings.
enum CandidateStore {
  /// The units of a division as they stand now. Who is red (where that makes special) or special by record is special.
  static func candidates(
    in region: String, redIsSpecial: Bool, at now: Date, on connection: PostgresConnection
  ) async throws -> [DrawCandidate] {
    let span = RegionSpan(region)
    return try await connection.query(
      """
      select unit.subject, unit.region, coalesce(rating.colour, \(Colour.unrated.rawValue)),
        case when plan.special_until > \(now) or (\(redIsSpecial) and rating.colour = \(Colour.red.rawValue))
          then \(InspectionClass.special.rawValue) else unit.inspection_class end
      from supervised_unit unit
        left join rating on rating.subject = unit.subject
        left join inspection_plan plan on plan.subject = unit.subject
      where unit.is_active and unit.region between \(span.first) and \(span.last)
      """, as: (String, String, String, String).self
    ).map { row in
      guard let colour = Colour(rawValue: row.2), let inspectionClass = InspectionClass(rawValue: row.3) else {
        throw StoredValueError(table: "supervised_unit", id: row.0)
      }
      return DrawCandidate(subject: row.0, region: row.1, inspectionClass: inspectionClass, colour: colour)
    }
  }

  /// Units drawn by a bureau in earlier quarters of a year.
  static func drawnBefore(
    _ quarter: FigurePeriod, in region: String, on connection: PostgresConnection
  ) async throws -> Set<String> {
    Set(
      try await connection.query(
        """
        select assignment.subject from inspection_draw draw
          join inspection_assignment assignment on assignment.draw_id = draw.id
        where draw.region = \(region) and draw.quarter >= \(quarter.firstQuarter.text) and draw.quarter < \(quarter.text)
        """, as: String.self))
  }
}
