import Civics
import Contracts

/// The words for codes, and the names of bureaus, in the languages of messages.
struct WordBook: Sendable {
  struct Bureau: Sendable, Equatable {
    let name: String
    /// Six digits of GB/T 2260.
    let region: String
  }

  private struct Key: Hashable {
    /// The one template that means something of its own by the field; empty for all others.
    let scope: String
    let field: String
    let code: String
  }

  private var words: [Key: [MessageLanguage: String]] = [:]
  private var bureaus: [String: Bureau] = [:]

  /// What a code of a field is called; the code itself where the rule packs have no word for it.
  func word(_ code: String, of field: String, scope: String, in language: MessageLanguage) -> String {
    let found = words[Key(scope: scope, field: field, code: code)] ?? words[Key(scope: "", field: field, code: code)]
    return found?[language] ?? code
  }

  /// The first code, by the alphabet, that has a word for a field.
  func firstCode(of field: String, scope: String) -> String? {
    let own = words.keys.filter { $0.field == field && $0.scope == scope }.map(\.code).min()
    return own ?? words.keys.filter { $0.field == field && $0.scope.isEmpty }.map(\.code).min()
  }

  /// A bureau to name where any will do.
  var firstBureau: String? { bureaus.keys.min() }

  func bureau(_ code: String) -> Bureau? { bureaus[code] }

  mutating func add(_ code: String, of field: String, scope: String = "", chinese: String, english: String) {
    words[Key(scope: scope, field: field, code: code)] = [.chinese: chinese, .english: english]
  }

  mutating func add(bureau code: String, name: String, region: String) {
    bureaus[code] = Bureau(name: name, region: region)
  }
}
