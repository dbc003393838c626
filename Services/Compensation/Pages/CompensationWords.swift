import Civics
import Pages

/// What the fields and words of compensation are called in both languages, read from `words.txt`.
enum CompensationWords {
  static let all: [String: PageText] = {
    var words = read(String(decoding: PackageResources.words_txt, as: UTF8.self))
    // Divisions are shown by their names, which are Chinese.
    for region in RegionCode.all {
      for field in ["region", "regions"] {
        words["\(field).\(region)"] = PageText(region.fullName, "\(region.fullName) \(region)")
      }
    }
    return words
  }()

  /// What a step is called.
  static func title(of step: StepName) -> PageText {
    all["step.\(step.rawValue)"] ?? PageText(step.rawValue, step.rawValue)
  }

  private static func read(_ text: String) -> [String: PageText] {
    var words: [String: PageText] = [:]
    var scopes: [String] = [""]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        scopes = line.dropFirst().dropLast().split(separator: " ").map { "\($0)." }
        if scopes.isEmpty { scopes = [""] }
        continue
      }
      guard let space = line.firstIndex(of: " "), let bar = line.firstIndex(of: "|") else { continue }
      let chinese = String(line[line.index(after: space)..<line.index(before: bar)])
      let both = PageText(chinese, String(line[line.index(after: bar)...].dropFirst()))
      for scope in scopes { words[scope + line[..<space]] = both }
    }
    return words
  }
}
