import Contracts
import FoundationEssentials
import Postgres

/// A rating as it stands in its row.
struct RatingRow {
  typealias Columns = (
    String, Int64, String, String?, Int?, String, Date, Int, Date?, Bool, Int64, String, String, String, String?, Date
  )

  /// In the order of ``Columns``.
  static let columns: SQL = """
    subject, entry, region, owner, score, colour, colour_since, counting, next_change, is_plain, sequence, rule, pack,
    pack_sha256, rule_article, updated_at
    """

  let columns: Columns

  func rating() throws -> Rating {
    guard let colour = Colour(rawValue: columns.5) else { throw StoredValueError(table: "rating", id: columns.0) }
    return Rating(
      subject: columns.0, entry: columns.1, region: columns.2, owner: columns.3,
      score: columns.4.map(Points.init(hundredths:)), colour: colour, colourSince: columns.6, counting: columns.7,
      nextChange: columns.8, isPlain: columns.9, sequence: columns.10,
      reference: Contracts.RuleReference(
        pack: columns.12, version: columns.13, rule: columns.11, article: columns.14),
      updatedAt: columns.15)
  }
}
