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

  func bureau(_ code: String) -> Bureau? { bureaus[code] }

  mutating func add(_ code: String, of field: String, scope: String = "", chinese: String, english: String) {
    words[Key(scope: scope, field: field, code: code)] = [.chinese: chinese, .english: english]
  }

  mutating func add(bureau code: String, name: String, region: String) {
    bureaus[code] = Bureau(name: name, region: region)
  }
}
