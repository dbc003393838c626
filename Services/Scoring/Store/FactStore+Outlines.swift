import Contracts
import FoundationEssentials
import Postgres

extension FactStore {
  /// All facts of these subjects as far as a plain sum needs them. Read from two indexes alone: in the table the facts of one
  /// subject lie apart from each other, as they came in over the years, a page for each.
  func outlines(of subjects: [String], on connection: PostgresConnection) async throws -> [Fact] {
    guard !subjects.isEmpty else { return [] }
    let results = try await connection.pipeline([
      Self.outlinedFacts(of: subjects), Self.outlinedLines(of: subjects),
    ])
    guard results.count == 2 else { return [] }
    var lines: [UUID: [FactLine]] = [:]
    for row in try results[1].rows(as: (UUID, String, String, Int, Date?, Bool).self) {
      guard let weight = FactWeight(rawValue: row.2) else {
        throw StoredValueError(table: "fact_line", id: row.0.lowercased)
      }
      lines[row.0, default: []].append(
        FactLine(
          code: row.1, name: nil, weight: weight, points: Points(hundredths: row.3), until: row.4, isVeto: row.5,
          rule: nil))
    }
    return try results[0].rows(as: (UUID, String, String, Date, Bool).self).map { row in
      Fact.outline(
        id: row.0, subject: row.1, region: row.2, from: row.3, isAssessment: row.4, lines: lines[row.0, default: []])
    }
  }

  /// Apart, as the one below, so that a test can ask for its plan.
  static func outlinedFacts(of subjects: [String]) -> SQL {
    "select id, subject, region, counts_from, is_assessment from fact where subject = any(\(subjects))"
  }

  static func outlinedLines(of subjects: [String]) -> SQL {
    """
    select fact, code, weight, points, valid_until, is_veto from fact_line where subject = any(\(subjects))
    """
  }
}
