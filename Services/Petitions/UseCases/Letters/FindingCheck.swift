import Civics
import Contracts
import FoundationEssentials
import Postgres

/// Completes the findings of a letter with the numbers of their petitions.
enum FindingCheck {
  /// - Throws: `LetterError.foreignPetition` for a petition that does not exist or lies outside the addressee's region.
  static func completed(
    _ findings: [ReminderFinding], in region: String, on connection: PostgresConnection
  ) async throws -> [ReminderFinding] {
    let rows = try await connection.query(
      "select id, number, region from petition where id = any(\(findings.compactMap(\.petitionId)))",
      as: (UUID, String, String).self)
    let span = RegionSpan(region)
    let known = Dictionary(
      rows.filter { (span.first...span.last).contains($0.2) }.map { ($0.0, $0.1) },
      uniquingKeysWith: { first, _ in first })
    return try findings.enumerated().map { index, finding in
      guard let id = finding.petitionId else { return finding }
      guard let number = known[id] else {
        throw LetterError.foreignPetition(field: "body.findings[\(index)].petitionId")
      }
      return ReminderFinding(petitionId: id, petitionNumber: number, summary: finding.summary)
    }
  }
}
