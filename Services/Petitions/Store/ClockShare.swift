/// A share of the petitions, for those that tell of a day with much to tell at once: so many that several replicas find
/// work, and few enough that whoever looks for its share does not read much of the others'.
struct ClockShare: Equatable, Sendable {
  /// Another count needs another kind of timer: those that wait name shares of this one, and would leave some untold.
  static let count: Int64 = 4
  static let all = (0..<count).map { ClockShare(number: $0) }

  /// What their entries leave when divided by the count.
  let number: Int64

  init(number: Int64) { self.number = number }

  /// Reads what ``text`` is.
  init?(text: String) {
    guard let number = Int64(text), 0..<Self.count ~= number else { return nil }
    self.init(number: number)
  }

  var text: String { String(number) }
}
