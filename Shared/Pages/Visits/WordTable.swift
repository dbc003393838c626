/// A service's words, as a table that people edit: what fields and words of lists are called in both languages.
///
///     # Lines that begin with this are for people.
///     petitionNumber|信访编号|Petition number
///     [Colour draftColour]
///     green|绿色|Green
///
/// What stands below a heading in brackets are words of the lists or fields that it names; below `[]` again names.
public enum WordTable {
  public static func read(_ table: [UInt8]) -> [String: PageText] {
    var words: [String: PageText] = [:]
    var scopes = [""]
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        scopes = line.dropFirst().dropLast().split(separator: " ").map { "\($0)." }
        if scopes.isEmpty { scopes = [""] }
        continue
      }
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3 else { continue }
      for scope in scopes { words[scope + parts[0]] = PageText(parts[1], parts[2]) }
    }
    return words
  }
}
