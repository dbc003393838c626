import Contracts

/// A 环保码 as a picture (SVG): the square in its colour, colour and day beneath.
struct CreditCodePicture: Sendable {
  let svg: String

  /// The light border that readers need, in modules.
  private static let border = 4
  private static let caption = 6

  init(_ code: QRCode, colour: Colour, day: String) {
    let side = code.modules.count + 2 * Self.border
    let height = side + Self.caption
    let middle = "\(side / 2)"
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) \(height)\" width=\"\(8 * side)\" "
        + "height=\"\(8 * height)\" shape-rendering=\"crispEdges\">"
    ]
    let label = "\(Self.name(colour)) \(day)"
    lines.append("<title>环保码 \(label)</title>")
    lines.append("<rect width=\"\(side)\" height=\"\(height)\" fill=\"#ffffff\"/>")
    lines.append("<path fill=\"\(Self.ink(colour))\" d=\"\(Self.path(code.modules))\"/>")
    lines.append(
      "<text x=\"\(middle)\" y=\"\(side + 2)\" font-size=\"4\" font-family=\"sans-serif\" text-anchor=\"middle\" "
        + "fill=\"\(Self.ink(colour))\">\(label)</text>")
    lines.append("</svg>")
    svg = lines.joined(separator: "\n") + "\n"
  }

  /// One run of dark modules after the other.
  private static func path(_ modules: [[Bool]]) -> String {
    var path = ""
    for (row, line) in modules.enumerated() {
      var column = 0
      while column < line.count {
        let start = column
        while column < line.count, line[column] { column += 1 }
        if column > start {
          path += "M\(start + border) \(row + border)h\(column - start)v1h-\(column - start)z"
        } else {
          column += 1
        }
      }
    }
    return path
  }

  static func name(_ colour: Colour) -> String {
    switch colour {
    case .green: "绿色"
    case .yellow: "黄色"
    case .red: "红色"
    case .unrated: "未评级"
    }
  }

  /// Dark enough for every reader: a bright yellow on white is none.
  private static func ink(_ colour: Colour) -> String {
    switch colour {
    case .green: "#00682f"
    case .yellow: "#7a5200"
    case .red: "#a3001b"
    case .unrated: "#333333"
    }
  }
}
