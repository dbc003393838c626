/// A text as the codewords of a QR code, in the order in which they are placed.
struct QRContent: Sendable {
  let codewords: [UInt8]

  /// - Parameter text: bytes, at most the version's capacity.
  init(_ text: [UInt8], version: QRVersion) {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
    }
    append(0b0100, 4)  // bytes
    append(text.count, version.countBits)
    for byte in text { append(Int(byte), 8) }
    let capacity = 8 * version.dataCodewords
    append(0, max(0, min(4, capacity - bits.count)))
    while bits.count % 8 != 0 { bits.append(false) }
    var data = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    for index in 0..<max(0, version.dataCodewords - data.count) { data.append(index % 2 == 0 ? 0xEC : 0x11) }
    codewords = Self.interleaved(data, version)
  }

  /// Data codewords of all blocks by turns, then their corrections; the last blocks may be longer by one.
  private static func interleaved(_ data: [UInt8], _ version: QRVersion) -> [UInt8] {
    let short = version.dataCodewords / version.blocks
    let firstLong = version.blocks - version.dataCodewords % version.blocks
    var blocks: [[UInt8]] = []
    var rest = data[...]
    for index in 0..<version.blocks {
      let length = short + (index >= firstLong ? 1 : 0)
      blocks.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    var codewords: [UInt8] = []
    for index in 0...short {
      for block in blocks where index < block.count { codewords.append(block[index]) }
    }
    let corrections = blocks.map { ReedSolomon.correction(of: $0, count: version.correction) }
    for index in 0..<version.correction {
      for correction in corrections { codewords.append(correction[index]) }
    }
    return codewords
  }
}
