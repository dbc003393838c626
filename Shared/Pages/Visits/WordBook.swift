public import Contracts

/// What names of fields and words of lists are called in both languages.
///
/// A word may mean two things in two lists: `Colour.green` is looked for before `green`. What the book lacks is shown as
/// the English name taken apart: `documentNumber` as "Document number".
public struct WordBook: Sendable {
  private var words: [String: PageText]

  public init(_ words: [String: PageText]) { self.words = words }

  /// This book, and another's words where both have one.
  public func adding(_ other: [String: PageText]) -> WordBook {
    WordBook(words.merging(other) { _, own in own })
  }

  /// Whether the book has a name of its own for it.
  public func has(_ name: String, in scope: String? = nil) -> Bool {
    words[name] != nil || scope.map { words["\($0).\(name)"] != nil } == true
  }

  /// What it is called.
  /// - Parameter scope: the list or object it belongs to.
  public func text(_ name: String, in scope: String? = nil, _ language: PublicLanguage) -> String {
    let found = scope.flatMap { words["\($0).\(name)"] } ?? words[name]
    return found?[language] ?? Self.takenApart(name)
  }

  private static func takenApart(_ name: String) -> String {
    var text = ""
    for character in name {
      if character.isUppercase, text.last?.isLowercase == true {
        text += " " + character.lowercased()
      } else {
        text.append(character == "-" || character == "_" ? " " : character)
      }
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
