import Civics
import Contracts

/// Interest on what is paid late, where a city's pack asks for it: simple, by the day, exact until it is booked.
struct LateInterest: Sendable {
  /// Money for a case on a day, in fen.
  struct Receipt: Sendable, Equatable {
    let day: CivilDate
    let amountFen: Int64
  }

  /// What is to be paid by the end of a day, in fen.
  struct Part: Sendable, Equatable {
    let lastDay: CivilDate
    let amountFen: Int64
  }

  /// How things stand on a day.
  struct Standing: Sendable, Equatable {
    /// Of the amount agreed.
    var principalPaidFen: Int64 = 0
    var interestPaidFen: Int64 = 0
    /// Interest due and not paid.
    var interestDueFen: Int64 = 0
  }

  /// The share of what is overdue that a day costs.
  let dailyRate: Ratio
  /// Whether a payment pays interest before what is overdue.
  let interestFirst: Bool

  /// How things stand at the end of a day, after these receipts.
  ///
  /// The day of a payment counts as late, the last day of a part does not. Interest is the overdue fen of all days times
  /// the rate, rounded to fen as a whole: so many small roundings never add up.
  func standing(
    of parts: [Part], after receipts: [Receipt], on day: CivilDate
  ) throws(AmountError) -> Standing {
    var standing = Standing()
    var fenDays = Int128(0)
    var past: CivilDate?
    for receipt in receipts.sorted(by: { $0.day < $1.day }) where receipt.day <= day {
      fenDays += Self.overdue(parts, paid: standing.principalPaidFen, after: past, through: receipt.day)
      past = receipt.day
      let due = try interest(fenDays) - standing.interestPaidFen
      let total = parts.reduce(Int64(0)) { $0 &+ $1.amountFen }
      let principal = max(0, total - standing.principalPaidFen)
      let interest =
        interestFirst
        ? min(receipt.amountFen, max(0, due))
        : min(max(0, receipt.amountFen - principal), max(0, due))
      standing.interestPaidFen += interest
      standing.principalPaidFen += receipt.amountFen - interest
    }
    fenDays += Self.overdue(parts, paid: standing.principalPaidFen, after: past, through: day)
    standing.interestDueFen = max(0, try interest(fenDays) - standing.interestPaidFen)
    return standing
  }

  private func interest(_ fenDays: Int128) throws(AmountError) -> Int64 {
    guard let whole = Int(exactly: fenDays) else { throw .overflow }
    return Int64(try (Money(fen: whole) * dailyRate).fen)
  }

  /// Overdue fen times days, over the days after one day and through another.
  private static func overdue(
    _ parts: [Part], paid: Int64, after first: CivilDate?, through last: CivilDate
  ) -> Int128 {
    var sum = Int128(0)
    var paid = paid
    for part in parts.sorted(by: { $0.lastDay < $1.lastDay }) {
      let covered = min(paid, part.amountFen)
      paid -= covered
      let from = max(part.lastDay, first ?? part.lastDay)
      guard last > from else { continue }
      sum += Int128(part.amountFen - covered) * Int128(last.days(since: from))
    }
    return sum
  }
}
