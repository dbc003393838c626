/// The square of modules of a QR code while it is laid out.
struct QRMatrix: Sendable {
  let version: QRVersion
  /// Row by row; true is dark.
  private(set) var modules: [[Bool]]
  /// Modules that hold no data: patterns, format, version.
  private(set) var isReserved: [[Bool]]

  var size: Int { version.size }

  /// The patterns that every code of this size has.
  init(_ version: QRVersion) {
    self.version = version
    let row = [Bool](repeating: false, count: version.size)
    modules = [[Bool]](repeating: row, count: version.size)
    isReserved = modules
    for index in 0..<size {
      reserve(6, index, index % 2 == 0)
      reserve(index, 6, index % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { finder(row, column) }
    for row in version.alignment {
      for column in version.alignment where !isCorner(row, column) { target(row, column) }
    }
    format(mask: 0)
    if version.number >= 7 { versionInformation() }
  }

  /// Writes codewords bit by bit, in columns of two from the right, up and down by turns.
  mutating func place(_ codewords: [UInt8]) {
    var bits = codewords.makeIterator()
    var byte: UInt8 = 0
    var left = 0
    var isUpward = true
    for right in stride(from: size - 1, through: 1, by: -2) {
      // The column of the timing pattern is passed over.
      let first = right <= 6 ? right - 1 : right
      for step in 0..<size {
        let row = isUpward ? size - 1 - step : step
        for column in [first, first - 1] where !isReserved[row][column] {
          if left == 0 {
            byte = bits.next() ?? 0
            left = 8
          }
          left -= 1
          modules[row][column] = byte >> UInt8(left) & 1 == 1
        }
      }
      isUpward.toggle()
    }
  }

  /// Turns the data modules that a mask names, and says which mask it is.
  func masked(_ mask: QRMask) -> QRMatrix {
    var result = self
    for row in 0..<size {
      for column in 0..<size where !isReserved[row][column] && mask.turns(row, column) {
        result.modules[row][column].toggle()
      }
    }
    result.format(mask: mask.rawValue)
    return result
  }

  private mutating func reserve(_ row: Int, _ column: Int, _ isDark: Bool) {
    modules[row][column] = isDark
    isReserved[row][column] = true
  }

  /// A corner's square with the light border around it.
  private mutating func finder(_ centreRow: Int, _ centreColumn: Int) {
    for row in (centreRow - 4)...(centreRow + 4) where (0..<size).contains(row) {
      for column in (centreColumn - 4)...(centreColumn + 4) where (0..<size).contains(column) {
        let distance = max(abs(row - centreRow), abs(column - centreColumn))
        reserve(row, column, distance != 2 && distance != 4)
      }
    }
  }

  private mutating func target(_ centreRow: Int, _ centreColumn: Int) {
    for row in (centreRow - 2)...(centreRow + 2) {
      for column in (centreColumn - 2)...(centreColumn + 2) {
        reserve(row, column, max(abs(row - centreRow), abs(column - centreColumn)) != 1)
      }
    }
  }

  /// Where a corner's square stands, there is no alignment pattern.
  private func isCorner(_ row: Int, _ column: Int) -> Bool {
    let last = size - 7
    return (row == 6 && column == 6) || (row == 6 && column == last) || (row == last && column == 6)
  }

  /// Level and mask, twice, with their own error correction (BCH 15,5).
  private mutating func format(mask: Int) {
    // Level M is 00.
    var remainder = mask
    for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9 & 1) * 0x537 }
    let bits = (mask << 10 | remainder) ^ 0x5412
    for index in 0..<15 {
      let isDark = bits >> index & 1 == 1
      switch index {
      case 0..<6: reserve(index, 8, isDark)
      case 6: reserve(7, 8, isDark)
      case 7: reserve(8, 8, isDark)
      case 8: reserve(8, 7, isDark)
      default: reserve(8, 14 - index, isDark)
      }
      if index < 8 { reserve(8, size - 1 - index, isDark) } else { reserve(size - 15 + index, 8, isDark) }
    }
    reserve(size - 8, 8, true)
  }

  /// The version, twice, with its own error correction (BCH 18,6).
  private mutating func versionInformation() {
    var remainder = version.number
    for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11 & 1) * 0x1F25 }
    let bits = version.number << 12 | remainder
    for index in 0..<18 {
      let isDark = bits >> index & 1 == 1
      reserve(index / 3, size - 11 + index % 3, isDark)
      reserve(size - 11 + index % 3, index / 3, isDark)
    }
  }
}
