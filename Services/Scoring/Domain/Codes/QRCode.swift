/// A QR code (ISO/IEC 18004): a text as a square that a camera reads.
struct QRCode: Sendable {
  /// Row by row; true is dark.
  let modules: [[Bool]]

  /// - Returns: nil for a text longer than 666 bytes, which no code on a wall should hold.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let version = QRVersion.holding(bytes.count) else { return nil }
    var matrix = QRMatrix(version)
    matrix.place(QRContent(bytes, version: version).codewords)
    let candidates = QRMask.allCases.map { matrix.masked($0).modules }
    modules =
      candidates.map { (modules: $0, penalty: QRMask.penalty($0)) }.min { $0.penalty < $1.penalty }?.modules
      ?? matrix.modules
  }
}
