import Contracts
import FoundationEssentials
import Postgres

/// Cases column by column, for statements that write many rows at once.
struct CaseColumns {
  let cases: [CompensationCase]

  /// What a change may change, in one order for `insert` and `update`.
  static let changing: SQL = """
    subject, status, finding_id, penalty_source, penalty_number, correlation, filed_at, closed_at, amount_fen,
    is_overdue, sequence, file, updated_at, version, department, key_case, is_suspended, no_obligor, due_at,
    is_provisional
    """

  /// The arrays of ``changing``.
  var changing: SQL {
    """
    \(cases.map(\.subjectKey)), \(cases.map(\.status.rawValue)), \(cases.map(\.findingId)),
    \(cases.map { $0.penalty?.source }), \(cases.map { $0.penalty?.number }), \(cases.map(\.correlation)),
    \(cases.map(\.filedAt)), \(cases.map(\.closedAt)), \(cases.map(\.amountFen)), \(marks)
    """
  }

  private var marks: SQL {
    """
    \(cases.map(\.isOverdue)), \(cases.map(\.sequence)), \(cases.map { PostgresJSON($0.file.json.bytes) }),
    \(cases.map(\.updatedAt)), \(cases.map(\.version)), \(cases.map(\.file.department)),
    \(cases.map { $0.file.company.keyCase?.level.rawValue }), \(cases.map { $0.suspension != nil }),
    \(cases.map(\.file.noObligor)), \(cases.map { $0.nextDue?.due }), \(cases.map(\.isProvisional))
    """
  }
}
