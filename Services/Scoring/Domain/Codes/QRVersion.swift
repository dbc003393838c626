/// A size of QR code (ISO/IEC 18004), at error correction level M: 15 % of it may be damaged.
struct QRVersion: Sendable {
  let number: Int
  /// All codewords, data and error correction.
  let codewords: Int
  /// Error correction codewords of each block.
  let correction: Int
  let blocks: Int
  /// The centres of alignment patterns in either direction.
  let alignment: [Int]

  /// Modules on a side.
  var size: Int { 17 + 4 * number }
  var dataCodewords: Int { codewords - correction * blocks }
  /// How many bits say how long the text is.
  var countBits: Int { number < 10 ? 8 : 16 }
  /// The longest text, in bytes.
  var capacity: Int { dataCodewords - (4 + countBits + 7) / 8 }

  /// The smallest that holds so many bytes; nil when none of them does.
  static func holding(_ bytes: Int) -> QRVersion? { all.first { bytes <= $0.capacity } }

  /// Versions 1 to 20 (tables 1, 9 and E.1 of the standard); a longer text than theirs is no code for a wall.
  static let all: [QRVersion] = [
    QRVersion(number: 1, codewords: 26, correction: 10, blocks: 1, alignment: []),
    QRVersion(number: 2, codewords: 44, correction: 16, blocks: 1, alignment: [6, 18]),
    QRVersion(number: 3, codewords: 70, correction: 26, blocks: 1, alignment: [6, 22]),
    QRVersion(number: 4, codewords: 100, correction: 18, blocks: 2, alignment: [6, 26]),
    QRVersion(number: 5, codewords: 134, correction: 24, blocks: 2, alignment: [6, 30]),
    QRVersion(number: 6, codewords: 172, correction: 16, blocks: 4, alignment: [6, 34]),
    QRVersion(number: 7, codewords: 196, correction: 18, blocks: 4, alignment: [6, 22, 38]),
    QRVersion(number: 8, codewords: 242, correction: 22, blocks: 4, alignment: [6, 24, 42]),
    QRVersion(number: 9, codewords: 292, correction: 22, blocks: 5, alignment: [6, 26, 46]),
    QRVersion(number: 10, codewords: 346, correction: 26, blocks: 5, alignment: [6, 28, 50]),
    QRVersion(number: 11, codewords: 404, correction: 30, blocks: 5, alignment: [6, 30, 54]),
    QRVersion(number: 12, codewords: 466, correction: 22, blocks: 8, alignment: [6, 32, 58]),
    QRVersion(number: 13, codewords: 532, correction: 22, blocks: 9, alignment: [6, 34, 62]),
    QRVersion(number: 14, codewords: 581, correction: 24, blocks: 9, alignment: [6, 26, 46, 66]),
    QRVersion(number: 15, codewords: 655, correction: 24, blocks: 10, alignment: [6, 26, 48, 70]),
    QRVersion(number: 16, codewords: 733, correction: 28, blocks: 10, alignment: [6, 26, 50, 74]),
    QRVersion(number: 17, codewords: 815, correction: 28, blocks: 11, alignment: [6, 30, 54, 78]),
    QRVersion(number: 18, codewords: 901, correction: 26, blocks: 13, alignment: [6, 30, 56, 82]),
    QRVersion(number: 19, codewords: 991, correction: 26, blocks: 14, alignment: [6, 30, 58, 86]),
    QRVersion(number: 20, codewords: 1085, correction: 26, blocks: 16, alignment: [6, 34, 62, 90]),
  ]
}
