/// What a template names, read before it is put to use: variables and sections, nothing else of Mustache. Partials,
/// inheritance, other delimiters, pragmas and unescaped values are refused, so that a template can do nothing but say
/// values; what it may nest is limited.
struct TemplateOutline: Sendable, Equatable {
  indirect enum Tag: Sendable, Equatable {
    case value(TemplatePath)
    /// `{{#…}}`, or `{{^…}}` when inverted, with what stands inside.
    case section(TemplatePath, inverted: Bool, [Tag])
  }

  /// The longest template, in bytes.
  static let longest = 32_768
  /// How deep sections may nest.
  static let deepest = 8

  let tags: [Tag]

  init(_ text: String) throws(TemplateError) {
    guard text.utf8.count <= Self.longest else {
      throw TemplateError(line: 1, message: "a template has at most \(Self.longest) bytes")
    }
    var reader = Reader(rest: text[...], line: 1)
    tags = try reader.tags(until: nil, depth: 0)
  }

  private struct Reader {
    var rest: Substring
    var line: Int

    mutating func tags(until section: String?, depth: Int) throws(TemplateError) -> [Tag] {
      guard depth <= TemplateOutline.deepest else {
        throw TemplateError(line: line, message: "sections nest deeper than \(TemplateOutline.deepest)")
      }
      var tags: [Tag] = []
      while let content = try next() {
        let place = line
        switch content.first {
        case nil: throw TemplateError(line: place, message: "a tag is empty")
        case "!": continue
        case "#", "^":
          let name = Self.trimmed(content.dropFirst())
          let path = try TemplatePath(name, line: place)
          let inner = try self.tags(until: String(name), depth: depth + 1)
          tags.append(.section(path, inverted: content.first == "^", inner))
        case "/":
          let name = String(Self.trimmed(content.dropFirst()))
          guard name == section else {
            throw TemplateError(
              line: place, message: "“\(name)” is closed where \(section.map { "“\($0)”" } ?? "nothing") is open")
          }
          return tags
        case "{", "&", ">", "<", "$", "=", "%", "*":
          throw TemplateError(line: place, message: "“{{\(content)}}” is more than a value or a section")
        default: tags.append(.value(try TemplatePath(Self.trimmed(content), line: place)))
        }
      }
      if let section { throw TemplateError(line: line, message: "the section “\(section)” is not closed") }
      return tags
    }

    /// What stands in the next tag; nil at the end.
    private mutating func next() throws(TemplateError) -> Substring? {
      guard let open = rest.firstRange(of: "{{") else {
        rest = ""
        return nil
      }
      line += rest[..<open.lowerBound].count { $0.isNewline }
      let inside = rest[open.upperBound...]
      guard let close = inside.firstRange(of: "}}") else {
        throw TemplateError(line: line, message: "a tag is not closed")
      }
      rest = inside[close.upperBound...]
      return Self.trimmed(inside[..<close.lowerBound])
    }

    private static func trimmed(_ text: Substring) -> Substring {
      var text = text.drop { $0 == " " }
      while text.last == " " { text = text.dropLast() }
      return text
    }
  }
}
