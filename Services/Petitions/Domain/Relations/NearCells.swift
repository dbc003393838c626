/// The cells of four grids that a position lies in. Positions up to a given distance apart share one of them.
///
/// A cell is twice the distance long and wide. On each axis a second grid is shifted by half a cell: two positions that a
/// border of one grid parts lie in one cell of the other. So nearness is found by equality, of keyed hashes too, and no
/// position has to be kept in the clear. Positions somewhat farther apart may share a cell; they are suggested as well.
enum NearCells {
  private static let metresPerDegree = 111_320.0

  /// The names of the four cells; none for a distance below one metre.
  static func of(longitude: Double, latitude: Double, metres: Int) -> [String] {
    guard metres > 0, longitude.isFinite, latitude.isFinite else { return [] }
    let height = 2 * Double(metres) / metresPerDegree
    var cells: [String] = []
    for vertical in 0...1 {
      let row = (latitude / height + Double(vertical) / 2).rounded(.down)
      // Cells of one row are equally wide: by the latitude of the row's middle.
      let middle = (row + 0.5 - Double(vertical) / 2) * height
      let width = height / max(0.01, cosine(degrees: middle))
      for horizontal in 0...1 {
        let column = (longitude / width + Double(horizontal) / 2).rounded(.down)
        cells.append("\(metres) \(vertical)\(horizontal) \(Int(row)) \(Int(column))")
      }
    }
    return cells
  }

  /// From -90 to 90 degrees, to a millionth.
  private static func cosine(degrees: Double) -> Double {
    let square = (degrees * .pi / 180) * (degrees * .pi / 180)
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90))))
  }
}
