/// How many of each measure; may be negative where it corrects what was counted before.
struct FigureCounts: Hashable, Sendable {
  private var values = [Int64](repeating: 0, count: FigureMeasure.allCases.count)

  init() {}

  init(_ counts: [FigureMeasure: Int64]) {
    for (measure, count) in counts { self[measure] = count }
  }

  subscript(measure: FigureMeasure) -> Int64 {
    get { values[FigureCounts.index[measure] ?? 0] }
    set { values[FigureCounts.index[measure] ?? 0] = newValue }
  }

  var isZero: Bool { values.allSatisfy { $0 == 0 } }

  static func + (left: FigureCounts, right: FigureCounts) -> FigureCounts {
    var sum = left
    // Wraps instead of trapping: counts of rows in a database are far from the end of 64 bits.
    for index in sum.values.indices { sum.values[index] &+= right.values[index] }
    return sum
  }

  static func - (left: FigureCounts, right: FigureCounts) -> FigureCounts {
    var difference = left
    for index in difference.values.indices { difference.values[index] &-= right.values[index] }
    return difference
  }

  private static let index = Dictionary(
    uniqueKeysWithValues: FigureMeasure.allCases.enumerated().map { ($0.element, $0.offset) })
}
