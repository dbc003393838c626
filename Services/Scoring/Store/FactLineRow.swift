import Contracts
import FoundationEssentials
import Postgres

/// A line of a fact as it stands in its row.
struct FactLineRow {
  typealias Columns = (
    UUID, String, String?, String, Int, Date?, Bool, String?, String?, String?, String?
  )

  /// In the order of ``Columns``.
  static let columns: SQL = """
    fact, code, name, weight, points, valid_until, is_veto, rule, pack, pack_sha256, rule_article
    """

  /// With the ordinal behind them.
  typealias Numbered = (
    UUID, String, String?, String, Int, Date?, Bool, String?, String?, String?, String?, Int
  )

  let columns: Columns

  init(_ row: Numbered) {
    columns = (row.0, row.1, row.2, row.3, row.4, row.5, row.6, row.7, row.8, row.9, row.10)
  }

  func line() throws -> FactLine {
    guard let weight = FactWeight(rawValue: columns.3) else {
      throw StoredValueError(table: "fact_line", id: columns.0.lowercased)
    }
    var rule: Contracts.RuleReference?
    if let key = columns.7, let pack = columns.8, let version = columns.9 {
      rule = Contracts.RuleReference(pack: pack, version: version, rule: key, article: columns.10)
    }
    return FactLine(
      code: columns.1, name: columns.2, weight: weight, points: Points(hundredths: columns.4), until: columns.5,
      isVeto: columns.6, rule: rule)
  }
}
