import Contracts

/// What refusals are called in Chinese: for each stable code of the API what is wrong, and what a reader of pages can
/// do.
///
/// A book is read from a table, a line each:
/// - `code|what is wrong|what to do`; a status in place of the code is for codes that the book lacks.
/// - `=English|Chinese` for sentences of details. Their parts in braces vary: words of pages, sentences of the book, ids
///   and figures. `{choice}` is a word of the field that is wrong.
/// - Lines that begin with `#` are for people.
public struct RefusalBook: Sendable {
  struct Words: Sendable {
    let title: String
    let remedy: String?
  }

  private var words: [String: Words] = [:]
  private var details: [RefusalDetail] = []

  /// - Parameter table: in UTF-8.
  public init(_ table: [UInt8]) {
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if line.hasPrefix("="), parts.count == 2 {
        details.append(RefusalDetail(english: String(parts[0].dropFirst()), chinese: parts[1]))
      } else if parts.count == 3 {
        words[parts[0]] = Words(title: parts[1], remedy: parts[2].isEmpty ? nil : parts[2])
      }
    }
  }

  /// This book, and another's words where both have some.
  func adding(_ other: RefusalBook) -> RefusalBook {
    var book = self
    book.words.merge(other.words) { _, own in own }
    book.details = other.details + details
    return book
  }

  /// Whether the book has words of its own for a code.
  public func has(_ code: String) -> Bool { words[code] != nil }

  func words(of code: String) -> Words? { words[code] }

  /// What is said of a status in general.
  func words(ofStatus status: Int) -> Words {
    words[String(status)] ?? words[status < 500 ? "400" : "500"] ?? Words(title: "未能办理", remedy: nil)
  }

  /// A detail in Chinese; nil for a sentence that the book does not know, or that holds a word without Chinese.
  /// - Parameter field: the one that is wrong.
  func detail(_ english: String, words: WordBook, field: String? = nil) -> String? {
    for detail in details {
      guard let parts = detail.parts(of: english) else { continue }
      let known: [String] = zip(detail.names, parts).compactMap { name, part in
        shown(part, in: name == "choice" ? field ?? name : name, words)
      }
      if known.count == parts.count { return detail.filled(known) }
    }
    return nil
  }

  private func shown(_ part: String, in name: String, _ words: WordBook) -> String? {
    if let whole = item(part, in: name, words) { return whole }
    for separator in ["; ", ", "] {
      let items = part.split(separator: separator).map(String.init)
      let known: [String] = items.compactMap { item($0, in: name, words) }
      if items.count > 1, known.count == items.count { return known.joined(separator: "、") }
    }
    return nil
  }

  /// A word by its name, an instant by China's clock, an id or a figure as it is, or another sentence without its end.
  private func item(_ text: String, in name: String, _ words: WordBook) -> String? {
    if words.has(text, in: name) { return words.text(text, in: name, .chinese) }
    if let instant = PageValue.local(text) { return String(instant.prefix(16)) }
    if !text.contains(" "), text.contains(where: \.isNumber) { return text }
    return detail(text, words: words).map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 }
  }
}
