/// The eight patterns of which one is laid over the data, so that dark and light alternate well.
enum QRMask: Int, Sendable, CaseIterable {
  case zero, one, two, three, four, five, six, seven

  /// Whether the module is turned.
  func turns(_ row: Int, _ column: Int) -> Bool {
    let product = row * column
    return switch self {
    case .zero: (row + column) % 2 == 0
    case .one: row % 2 == 0
    case .two: column % 3 == 0
    case .three: (row + column) % 3 == 0
    case .four: (row / 2 + column / 3) % 2 == 0
    case .five: product % 2 + product % 3 == 0
    case .six: (product % 2 + product % 3) % 2 == 0
    case .seven: ((row + column) % 2 + product % 3) % 2 == 0
    }
  }

  /// How badly a code would be read (clause 7.8.3): long runs, squares, what looks like a corner, too dark or too light.
  static func penalty(_ modules: [[Bool]]) -> Int {
    let size = modules.count
    let columns = (0..<size).map { column in modules.map { $0[column] } }
    var penalty = 0
    for line in modules + columns { penalty += runs(line) + corners(line) }
    for row in 1..<size {
      for column in 1..<size {
        let isDark = modules[row][column]
        if isDark == modules[row - 1][column], isDark == modules[row][column - 1],
          isDark == modules[row - 1][column - 1]
        {
          penalty += 3
        }
      }
    }
    let dark = modules.reduce(0) { $0 + $1.count { $0 } }
    return penalty + abs(20 * dark - 10 * size * size) / (size * size) * 10
  }

  private static func runs(_ line: [Bool]) -> Int {
    var penalty = 0
    var length = 0
    for index in line.indices {
      length = index > 0 && line[index] == line[index - 1] ? length + 1 : 1
      if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
    }
    return penalty
  }

  /// Dark, light, three dark, light, dark, with four light modules on one side.
  private static func corners(_ line: [Bool]) -> Int {
    let corner = [true, false, true, true, true, false, true]
    let border = [Bool](repeating: false, count: 4)
    guard line.count >= 11 else { return 0 }
    return (0...(line.count - 11)).reduce(0) { penalty, start in
      let part = Array(line[start..<(start + 11)])
      return part == corner + border || part == border + corner ? penalty + 40 : penalty
    }
  }
}
