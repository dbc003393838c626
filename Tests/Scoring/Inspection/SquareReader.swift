/// Reads a QR code of level M without damage, by the standard and by none of the encoder's code.
enum SquareReader {
  /// The bytes of the code; nil when something in it does not fit.
  static func read(_ modules: [[Bool]]) -> [UInt8]? {
    let size = modules.count
    let version = (size - 17) / 4
    guard let table = blocks[version], modules.allSatisfy({ $0.count == size }) else { return nil }
    var format = 0
    for (row, column) in [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4)] {
      format = format << 1 | (modules[row][column] ? 1 : 0)
    }
    // The first five of fifteen bits, with their mask taken off: level M is 00.
    format ^= 0b10101
    guard format >> 3 == 0 else { return nil }
    let codewords = walk(modules, version, mask: format & 7)
    return content(codewords, version, table)
  }

  /// Data blocks of each version up to 12: count and data codewords of the short and of the long ones.
  private static let blocks: [Int: [(count: Int, data: Int)]] = [
    1: [(1, 16)], 2: [(1, 28)], 3: [(1, 44)], 4: [(2, 32)], 5: [(2, 43)], 6: [(4, 27)], 7: [(4, 31)],
    8: [(2, 38), (2, 39)], 9: [(3, 36), (2, 37)], 10: [(4, 43), (1, 44)], 11: [(1, 50), (4, 51)],
    12: [(6, 36), (2, 37)],
  ]

  private static func walk(_ modules: [[Bool]], _ version: Int, mask: Int) -> [UInt8] {
    let size = modules.count
    var bits: [Bool] = []
    var column = size - 1
    var goesUp = true
    while column > 0 {
      if column == 6 { column -= 1 }
      for step in 0..<size {
        let row = goesUp ? size - 1 - step : step
        for place in [column, column - 1] where isData(row, place, version, size) {
          bits.append(modules[row][place] != isTurned(row, place, mask))
        }
      }
      goesUp.toggle()
      column -= 2
    }
    return stride(from: 0, to: bits.count - 7, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
    }
  }

  private static func isTurned(_ i: Int, _ j: Int, _ mask: Int) -> Bool {
    switch mask {
    case 0: (i + j) % 2 == 0
    case 1: i % 2 == 0
    case 2: j % 3 == 0
    case 3: (i + j) % 3 == 0
    case 4: (i / 2 + j / 3) % 2 == 0
    case 5: (i * j) % 2 + (i * j) % 3 == 0
    case 6: ((i * j) % 2 + (i * j) % 3) % 2 == 0
    default: ((i + j) % 2 + (i * j) % 3) % 2 == 0
    }
  }

  private static func isData(_ row: Int, _ column: Int, _ version: Int, _ size: Int) -> Bool {
    if row == 6 || column == 6 { return false }
    if row < 9, column < 9 || column >= size - 8 { return false }
    if row >= size - 8, column < 9 { return false }
    if version >= 7, (row < 6 && column >= size - 11) || (column < 6 && row >= size - 11) { return false }
    guard version >= 2 else { return true }
    let last = size - 7
    let centres = version < 7 ? [6, last] : [6, (6 + last) / 2 / 2 * 2, last]
    for centreRow in centres {
      for centreColumn in centres {
        let isCorner =
          [centreRow, centreColumn].contains(6)
          && (centreRow + centreColumn == 12 || centreRow + centreColumn == last + 6)
        if !isCorner, abs(row - centreRow) <= 2, abs(column - centreColumn) <= 2 { return false }
      }
    }
    return true
  }

  private static func content(_ codewords: [UInt8], _ version: Int, _ table: [(count: Int, data: Int)]) -> [UInt8]? {
    var lengths = table.flatMap { [Int](repeating: $0.data, count: $0.count) }
    var blocks = [[UInt8]](repeating: [], count: lengths.count)
    var next = codewords.makeIterator()
    let longest = lengths.max() ?? 0
    for index in 0..<longest {
      for block in blocks.indices where index < lengths[block] {
        guard let byte = next.next() else { return nil }
        blocks[block].append(byte)
      }
    }
    lengths = []
    let bits = blocks.joined().flatMap { byte in (0..<8).map { byte >> UInt8(7 - $0) & 1 } }
    func number(_ from: Int, _ count: Int) -> Int { bits[from..<from + count].reduce(0) { $0 * 2 + Int($1) } }
    let width = version < 10 ? 8 : 16
    guard number(0, 4) == 4 else { return nil }
    let length = number(4, width)
    guard 4 + width + 8 * length <= bits.count else { return nil }
    return (0..<length).map { UInt8(number(4 + width + 8 * $0, 8)) }
  }
}
