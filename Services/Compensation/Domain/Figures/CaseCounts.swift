/// How many of each measure; fen for money.
struct CaseCounts: Hashable, Sendable {
  private var values = [Int64](repeating: 0, count: CaseMeasure.allCases.count)

  init() {}

  init(_ counts: [CaseMeasure: Int64]) {
    for (measure, count) in counts { self[measure] = count }
  }

  subscript(measure: CaseMeasure) -> Int64 {
    get { values[CaseCounts.index[measure] ?? 0] }
    set { values[CaseCounts.index[measure] ?? 0] = newValue }
  }

  static func + (left: CaseCounts, right: CaseCounts) -> CaseCounts {
    var sum = left
    // Wraps instead of trapping: sums of rows in a database are far from the end of 64 bits.
    for index in sum.values.indices { sum.values[index] &+= right.values[index] }
    return sum
  }

  private static let index = Dictionary(
    uniqueKeysWithValues: CaseMeasure.allCases.enumerated().map { ($0.element, $0.offset) })
}
