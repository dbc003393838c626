/// A value that a template names: `{{lastDay(missed.due)}}`.
struct TemplatePath: Sendable, Equatable {
  /// The names from the outside in; `.` alone is the element at hand.
  let names: [String]
  /// What is done to it, the last first.
  let formats: [TemplateFormat]
  /// Where it stands, counted from one.
  let line: Int

  static let current = "."

  /// - Throws: for what is no name, or a format that nobody knows.
  init(_ text: Substring, line: Int) throws(TemplateError) {
    var rest = text
    var formats: [TemplateFormat] = []
    while let open = rest.firstIndex(of: "(") {
      let name = rest[..<open]
      guard rest.hasSuffix(")") else { throw TemplateError(line: line, message: "“\(text)” lacks a parenthesis") }
      guard let format = TemplateFormat(rawValue: String(name)) else {
        let known = TemplateFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw TemplateError(line: line, message: "there is no format “\(name)”; the formats are \(known)")
      }
      formats.append(format)
      rest = rest[rest.index(after: open)...].dropLast()
    }
    self.formats = formats
    self.line = line
    if rest == "." {
      names = [Self.current]
      return
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    for part in parts where part.isEmpty || !part.utf8.allSatisfy(Self.isName) {
      throw TemplateError(line: line, message: "“\(text)” is no name of a value")
    }
    names = parts.map(String.init)
  }

  var text: String { names == [Self.current] ? "." : names.joined(separator: ".") }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
