/// A sentence of the API's details in both languages. Parts in braces vary: `The number must lie from {low} to {high}.`
struct RefusalDetail: Sendable {
  private let literals: [String]
  let names: [String]
  private let chinese: String

  init(english: String, chinese: String) {
    var literals: [String] = []
    var names: [String] = []
    var rest = english[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      literals.append(String(rest[..<open]))
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    self.literals = literals + [String(rest)]
    self.names = names
    self.chinese = chinese
  }

  /// What stands in a sentence for each part in braces; nil for another sentence.
  func parts(of sentence: String) -> [String]? {
    guard sentence.hasPrefix(literals[0]) else { return nil }
    var rest = sentence.dropFirst(literals[0].count)
    var parts: [String] = []
    for literal in literals.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: literal) else { return nil }
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    guard literals.count > 1 else { return rest.isEmpty ? [] : nil }
    guard rest.hasSuffix(literals[literals.count - 1]) else { return nil }
    return parts + [String(rest.dropLast(literals[literals.count - 1].count))]
  }

  /// The Chinese sentence with its parts, in the order of ``names``.
  func filled(_ parts: [String]) -> String {
    zip(names, parts).reduce(chinese) { text, part in text.replacing("{\(part.0)}", with: part.1) }
  }
}
