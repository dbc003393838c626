import Contracts
import FoundationEssentials
import Postgres

/// A case as it stands in its row.
struct CaseRow {
  typealias Columns = (
    UUID, Int64, String, String, String?, String, String, UUID?, UUID?, String?, String?, String, Date, Date?, Date?,
    Int64?, Int64, String, Date, Int64
  )

  /// In the order of ``Columns``.
  static let columns: SQL = """
    id, entry, number, region, subject, status, clue_source, petition_id, finding_id, penalty_source, penalty_number,
    correlation, opened_at, filed_at, closed_at, amount_fen, sequence, file::text, updated_at, version
    """

  let columns: Columns

  /// The order of opening.
  var entry: Int64 { columns.1 }

  func compensation() throws -> CompensationCase {
    guard let status = CompensationStatus(rawValue: columns.5), let source = ClueSource(rawValue: columns.6) else {
      throw StoredValueError(table: "compensation_case", id: columns.0.lowercased)
    }
    var penalty: PenaltyCase?
    if let source = columns.9, let number = columns.10 { penalty = PenaltyCase(source: source, number: number) }
    let file = try JSON(parsing: Array(columns.17.utf8), limits: .storedFile)
    return CompensationCase(
      id: columns.0, number: columns.2, region: columns.3, clueSource: source, openedAt: columns.12,
      correlation: columns.11, subjectKey: columns.4, status: status, petitionId: columns.7, findingId: columns.8,
      penalty: penalty, filedAt: columns.13, closedAt: columns.14, amountFen: columns.15, sequence: columns.16,
      file: try CaseFile(json: file, path: "file"), updatedAt: columns.18, version: columns.19)
  }
}

extension JSONLimits {
  /// What we wrote ourselves: only so large that a damaged row cannot take the memory.
  static let storedFile = JSONLimits(maximumBytes: 16 << 20)
}
