extension LegalPeriod: LosslessStringConvertible {
  private static let notRolled = ", not rolled forward"

  /// Reads `15 days`, `5 working days`, `3 months` (or the singular), each but the second optionally followed by
  /// `, not rolled forward`. The count is 0 … ``longest`` in ASCII digits.
  public init?(_ description: String) {
    let rolls = !description.hasSuffix(Self.notRolled)
    let words = (rolls ? description[...] : description.dropLast(Self.notRolled.count))
      .split(separator: " ", omittingEmptySubsequences: false)
    guard let first = words.first, first.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let count = Int(first), count <= Self.longest
    else { return nil }
    switch words.dropFirst().joined(separator: " ") {
    case "day", "days": self = .calendarDays(count, rollForward: rolls)
    case "month", "months": self = .months(count, rollForward: rolls)
    case "working day" where rolls, "working days" where rolls: self = .workingDays(count)
    default: return nil
    }
  }

  /// `15 days`, `5 working days`, `3 months, not rolled forward`; what ``init(_:)`` reads.
  public var description: String {
    let plural = count == 1 ? "" : "s"
    return switch self {
    case .calendarDays: "\(count) day\(plural)" + (rollsForward ? "" : Self.notRolled)
    case .workingDays: "\(count) working day\(plural)"
    case .months: "\(count) month\(plural)" + (rollsForward ? "" : Self.notRolled)
    }
  }

  /// The way a Chinese legal text says it: `15日`, `5个工作日`, `3个月`.
  public var chinese: String {
    switch self {
    case .calendarDays: "\(count)日"
    case .workingDays: "\(count)个工作日"
    case .months: "\(count)个月"
    }
  }
}
