import Contracts
import FoundationEssentials
import Postgres

/// A line of a fact as it stands in its row.
struct FactLineRow {
  typealias Columns = (
    UUID, String, String?, Int, Date?, Bool, String?, String?, String?, String?
  )

  /// In the order of ``Columns``.
  static let columns: SQL = """
    l.fact, l.code, l.name, l.points, l.valid_until, l.is_veto, l.rule, l.pack, l.pack_sha256, l.rule_article
    """

  let columns: Columns

  var line: FactLine {
    var rule: Contracts.RuleReference?
    if let key = columns.6, let pack = columns.7, let version = columns.8 {
      rule = Contracts.RuleReference(pack: pack, version: version, rule: key, article: columns.9)
    }
    return FactLine(
      code: columns.1, name: columns.2, points: Points(hundredths: columns.3), until: columns.4, isVeto: columns.5,
      rule: rule)
  }
}
