import Pages

/// What fields and words of petitions are called, read from a table of both languages.
enum PetitionWords {
  static let all = read(String(decoding: PackageResources.words_txt, as: UTF8.self))

  /// A line for each: `name|Chinese|English`; lines that begin with `#` are for people.
  static func read(_ table: String) -> [String: PageText] {
    var words: [String: PageText] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 3 { words[parts[0]] = PageText(parts[1], parts[2]) }
    }
    return words
  }
}
