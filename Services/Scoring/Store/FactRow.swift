import Contracts
import FoundationEssentials
import Postgres

/// A fact as it stands in its row, without its lines.
struct FactRow {
  typealias Columns = (
    UUID, String, String, String, String, String, String, Date, Date, String?, String?, UUID?, String?, Bool, [UInt8],
    String, String?, String?, [UUID], String?, String
  )

  /// In the order of ``Columns``.
  static let columns: SQL = """
    id, subject, region, origin, kind, source, external_id, counts_from, happened_at, article, evidence::text,
    petition_id, penalty_number, is_assessment, content_sha256, correlation, client, owner, amends, amends_case,
    withdraws
    """

  let columns: Columns

  func fact(lines: [FactLine]) throws -> Fact {
    guard let origin = FactOrigin(rawValue: columns.3), let withdraws = Withdrawal(rawValue: columns.20) else {
      throw StoredValueError(table: "fact", id: columns.0.lowercased)
    }
    return Fact(
      id: columns.0, subject: columns.1, region: columns.2, origin: origin, kind: columns.4, source: columns.5,
      externalId: columns.6, from: columns.7, happenedAt: columns.8, article: columns.9,
      evidence: try evidence(columns.10), petitionId: columns.11, penaltyNumber: columns.12,
      isAssessment: columns.13, client: columns.16, owner: columns.17, amends: columns.18, amendsCase: columns.19,
      withdraws: withdraws, content: columns.14, correlation: columns.15, lines: lines)
  }

  private func evidence(_ text: String?) throws -> [EvidenceReference] {
    guard let text else { return [] }
    let list = try JSON(parsing: Array(text.utf8), limits: JSONLimits()).array ?? []
    return try list.map { try EvidenceReference(json: $0, path: "evidence") }
  }
}
