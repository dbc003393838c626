import FoundationEssentials
import Postgres

/// A stored rating beside the sum of its ledger.
struct SummedRatingRow {
  typealias Columns = (
    String, Int64, String, String?, Int?, String, Date, Int, Date?, Bool, Int64, String, String, String, String?, Date,
    Int?, String?, Date?, Int, Date?, String?
  )

  let columns: Columns

  func pair() throws -> (stored: Rating, sum: LedgerSum) {
    let c = columns
    let stored = try RatingRow(
      columns: (c.0, c.1, c.2, c.3, c.4, c.5, c.6, c.7, c.8, c.9, c.10, c.11, c.12, c.13, c.14, c.15)
    ).rating()
    return (stored, try LedgerSum((c.0, c.16, c.17, c.18, c.19, c.20, c.21)))
  }
}
