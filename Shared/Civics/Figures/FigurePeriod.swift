/// A span of days for which figures are given, both ends included: `2023`, `2023-Q2`, `2023-02`, `2023-02-15` or
/// `2023-02-15/2023-03-20`.
public struct FigurePeriod: Hashable, Sendable {
  /// How long it is, which decides what the period before is.
  private enum Length: Hashable {
    case months(Int)
    case days
  }

  /// As it is written.
  public let text: String
  /// Its first day.
  public let first: CivilDate
  /// Its last day.
  public let last: CivilDate
  private let length: Length

  /// The longest span, so that nobody asks for more than a few thousand rows of counters.
  public static let longestDays = 3_660

  /// - Returns: nil for what is no period, runs backwards, or is longer than ten years.
  public init?(_ text: String) {
    if let (year, month, count) = Self.months(text), let first = CivilDate(year: year, month: month, day: 1) {
      self.init(months: count, from: first)
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let first = CivilDate(String(ends[0])),
      let last = CivilDate(String(ends[ends.count - 1])),
      first <= last, last.days(since: first) <= Self.longestDays
    else { return nil }
    self.init(text: text, first: first, last: last, length: .days)
  }

  /// So many whole months.
  public init(months count: Int, from first: CivilDate) {
    let month = first.month
    let start = first.description.prefix(7)
    let text =
      switch count {
      case 12: String(start.prefix(4))
      case 3: "\(start.prefix(4))-Q\((month + 2) / 3)"
      default: String(start)
      }
    self.init(text: text, first: first, last: first.adding(months: count).previous, length: .months(count))
  }

  private init(text: String, first: CivilDate, last: CivilDate, length: Length) {
    self.text = text
    self.first = first
    self.last = last
    self.length = length
  }

  /// The period before: the year before a year, the month before a month, else as many days just before.
  public var before: FigurePeriod {
    switch length {
    case .months(let count): return FigurePeriod(months: count, from: first.adding(months: -count))
    case .days:
      let end = first.previous
      let start = end.adding(days: first.days(since: last))
      return FigurePeriod(
        text: start == end ? start.description : "\(start)/\(end)", first: start, last: end, length: .days)
    }
  }

  /// What is to be added up.
  public var runs: [FigureGrain.Run] { FigureGrain.runs(from: first, through: last) }

  /// Year, first month and number of months of `2023`, `2023-Q2` or `2023-02`.
  private static func months(_ text: String) -> (year: Int, month: Int, count: Int)? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(String(decoding: bytes[range], as: UTF8.self))
    }
    guard bytes.count >= 4, let year = number(0..<4) else { return nil }
    switch bytes.count {
    case 4: return (year, 1, 12)
    case 7 where bytes[4] == UInt8(ascii: "-") && bytes[5] == UInt8(ascii: "Q"):
      guard let quarter = number(6..<7), (1...4).contains(quarter) else { return nil }
      return (year, 3 * quarter - 2, 3)
    case 7 where bytes[4] == UInt8(ascii: "-"): return number(5..<7).map { (year, $0, 1) }
    default: return nil
    }
  }
}
