/// A range of exact numbers whose ends are each in, out or absent: `[90, 100]`, `(70, 90)`, `[0, 70]`, `(1000, ]`.
///
/// Boundaries decide cases (70.00 is red, 70.01 is yellow), so a range never leaves its ends to the reader's habit.
public struct RatioInterval: Hashable, Sendable, LosslessStringConvertible {
  /// The lower end; nil for none.
  public let lower: Ratio?
  /// Whether the lower end belongs to the range.
  public let includesLower: Bool
  /// The upper end; nil for none.
  public let upper: Ratio?
  /// Whether the upper end belongs to the range.
  public let includesUpper: Bool

  /// Reads the notation of mathematics: a square bracket takes the end in, a round one leaves it out, an absent end is
  /// unbounded. Empty ranges are refused.
  public init?(_ description: String) {
    guard let open = description.first, open == "[" || open == "(",
      let close = description.last, close == "]" || close == ")"
    else { return nil }
    let ends = description.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    guard ends.count == 2 else { return nil }
    let numbers = ends.map { $0.isEmpty ? nil : Ratio(String($0)) }
    for (end, number) in zip(ends, numbers) where !end.isEmpty && number == nil { return nil }
    lower = numbers[0]
    upper = numbers[1]
    includesLower = open == "["
    includesUpper = close == "]"
    if let lower, let upper, lower > upper || (lower == upper && !(includesLower && includesUpper)) { return nil }
  }

  /// What ``init(_:)`` reads.
  public var description: String {
    (includesLower ? "[" : "(") + (lower.map(\.description) ?? "") + ", " + (upper.map(\.description) ?? "")
      + (includesUpper ? "]" : ")")
  }

  /// Whether a number lies in the range.
  public func contains(_ number: Ratio) -> Bool {
    if let lower, number < lower || (number == lower && !includesLower) { return false }
    if let upper, number > upper || (number == upper && !includesUpper) { return false }
    return true
  }
}
