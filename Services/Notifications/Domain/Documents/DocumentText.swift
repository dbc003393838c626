/// The text of a legal document as blocks, so that it can be shown as HTML and as plain text alike.
struct DocumentText: Sendable, Equatable {
  enum Block: Sendable, Equatable {
    case heading(String)
    case paragraph(String)
    /// A paragraph at the margin, such as the addressee.
    case margin(String)
    case list([String])
  }

  private(set) var blocks: [Block] = []

  /// Reads lines: `## ` a heading, `- ` a line of a list, `< ` a line at the margin, any other a paragraph.
  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = String(line.drop { $0 == " " })
      if words.hasPrefix("## ") {
        blocks.append(.heading(String(words.dropFirst(3))))
      } else if words.hasPrefix("< ") {
        blocks.append(.margin(String(words.dropFirst(2))))
      } else if words.hasPrefix("- ") {
        let item = String(words.dropFirst(2))
        if case .list(let items)? = blocks.last {
          blocks[blocks.count - 1] = .list(items + [item])
        } else {
          blocks.append(.list([item]))
        }
      } else if !words.isEmpty {
        blocks.append(.paragraph(words))
      }
    }
  }

  /// As plain text: paragraphs begin with two wide spaces, as Chinese letters do.
  var plain: String {
    blocks.map { block in
      switch block {
      case .heading(let text): text
      case .paragraph(let text): "\u{3000}\u{3000}" + text
      case .margin(let text): text
      case .list(let items): items.enumerated().map { "\u{3000}\u{3000}\($0 + 1). \($1)" }.joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }

  /// As HTML, everything escaped.
  var html: String {
    blocks.map { block in
      switch block {
      case .heading(let text): "<h2>\(HTMLText.escaped(text))</h2>"
      case .paragraph(let text): "<p>\(HTMLText.escaped(text))</p>"
      case .margin(let text): "<p class=\"margin\">\(HTMLText.escaped(text))</p>"
      case .list(let items): "<ol>" + items.map { "<li>\(HTMLText.escaped($0))</li>" }.joined() + "</ol>"
      }
    }.joined(separator: "\n")
  }
}
