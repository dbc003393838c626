import Contracts
import FoundationEssentials
import Postgres

/// A rating as it stands in its row.
struct RatingRow {
  typealias Columns = (
    String, String, Int?, String, Date, Int, Date?, Int64, String, String, String, String?, Date
  )

  /// In the order of ``Columns``.
  static let columns: SQL = """
    subject, region, score, colour, colour_since, counting, next_change, sequence, rule, pack, pack_sha256,
    rule_article, updated_at
    """

  let columns: Columns

  func rating() throws -> Rating {
    guard let colour = Colour(rawValue: columns.3) else { throw StoredValueError(table: "rating", id: columns.0) }
    return Rating(
      subject: columns.0, region: columns.1, score: columns.2.map(Points.init(hundredths:)), colour: colour,
      colourSince: columns.4, counting: columns.5, nextChange: columns.6, sequence: columns.7,
      reference: Contracts.RuleReference(
        pack: columns.9, version: columns.10, rule: columns.8, article: columns.11),
      updatedAt: columns.12)
  }
}
