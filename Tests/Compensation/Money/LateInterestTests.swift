import Civics
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Interest on late payment")
struct LateInterestTests {
  private let rate: Ratio

  init() throws { rate = try #require(Ratio("0.0175%")) }

  private func day(_ number: Int) throws -> CivilDate { try #require(CivilDate("2026-01-01")).adding(days: number) }

  private func money(_ day: Int, _ fen: Int64) throws -> LateInterest.Receipt {
    LateInterest.Receipt(day: try self.day(day), amountFen: fen)
  }

  private func part(_ lastDay: Int, _ fen: Int64) throws -> LateInterest.Part {
    LateInterest.Part(lastDay: try day(lastDay), amountFen: fen)
  }

  @Test func `ten days late on 100,000 yuan at 1.75 in ten thousand are 175 yuan, and the last day itself is in time`()
    throws
  {
    let interest = LateInterest(dailyRate: rate, interestFirst: true)
    let parts = [try part(10, 10_000_000)]
    #expect(try interest.standing(of: parts, after: [], on: day(10)).interestDueFen == 0)
    #expect(try interest.standing(of: parts, after: [], on: day(11)).interestDueFen == 1_750)
    #expect(try interest.standing(of: parts, after: [], on: day(20)).interestDueFen == 17_500)
    // Paid in full but for the interest, which comes first: so much of the amount is still missing.
    let after = try interest.standing(of: parts, after: [money(20, 10_000_000)], on: day(20))
    #expect(after.interestPaidFen == 17_500 && after.principalPaidFen == 9_982_500 && after.interestDueFen == 0)
    #expect(try interest.standing(of: parts, after: [money(20, 10_000_000)], on: day(30)).interestDueFen == 31)
    let last = LateInterest(dailyRate: rate, interestFirst: false)
    let other = try last.standing(of: parts, after: [money(20, 10_000_000)], on: day(90))
    #expect(other.principalPaidFen == 10_000_000 && other.interestPaidFen == 0 && other.interestDueFen == 17_500)
    #expect(try interest.standing(of: parts, after: [money(5, 10_000_000)], on: day(400)).interestDueFen == 0)
  }

  @Test func `it is what counting day by day gives, whatever is paid when`() throws {
    var chance = Chance(seed: 20_260_106)
    for _ in 0..<300 {
      let parts = try (0..<chance.number(1...4)).map { _ in
        try part(chance.number(0...60), Int64(chance.number(1...50_000_000)))
      }
      let receipts = try (0..<chance.number(0...5)).map { _ in
        try money(chance.number(0...80), Int64(chance.number(1...40_000_000)))
      }
      let interestFirst = chance.number(0...1) == 0
      let interest = LateInterest(dailyRate: rate, interestFirst: interestFirst)
      let end = chance.number(0...100)
      let found = try interest.standing(of: parts, after: receipts, on: day(end))
      #expect(
        try found == byDay(parts, receipts.sorted { $0.day < $1.day }, interestFirst, through: end),
        "\(parts) \(receipts) \(end)")
    }
  }

  /// The same by the plainest way: every day for itself.
  private func byDay(
    _ parts: [LateInterest.Part], _ receipts: [LateInterest.Receipt], _ interestFirst: Bool, through end: Int
  ) throws -> LateInterest.Standing {
    var standing = LateInterest.Standing()
    var fenDays = 0
    func due() throws -> Int64 { Int64(try (Money(fen: fenDays) * rate).fen) - standing.interestPaidFen }
    for number in 0...end {
      let today = try day(number)
      var paid = standing.principalPaidFen
      for part in parts.sorted(by: { $0.lastDay < $1.lastDay }) {
        let covered = min(paid, part.amountFen)
        paid -= covered
        if part.lastDay < today { fenDays += Int(part.amountFen - covered) }
      }
      for receipt in receipts where receipt.day == today {
        let rest = max(0, parts.reduce(0) { $0 + $1.amountFen } - standing.principalPaidFen)
        let share = interestFirst ? receipt.amountFen : max(0, receipt.amountFen - rest)
        let interest = min(share, max(0, try due()))
        standing.interestPaidFen += interest
        standing.principalPaidFen += receipt.amountFen - interest
      }
    }
    standing.interestDueFen = max(0, try due())
    return standing
  }
}
