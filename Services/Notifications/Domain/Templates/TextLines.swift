/// Tidies what templates leave behind where values were absent.
enum TextLines {
  /// No line ends in spaces, and no two empty lines follow each other; none at the ends.
  static func tidy(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = trimmedEnd(line)
      if line.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(line)
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// One line.
  static func one(_ text: String) -> String {
    String(trimmedEnd(Substring(text.map { $0.isNewline ? " " : $0 })).drop { $0 == " " })
  }

  private static func trimmedEnd(_ line: Substring) -> Substring {
    var line = line
    while line.last == " " { line = line.dropLast() }
    return line
  }
}
