import Civics
import Pages

/// What the fields and words of compensation are called in both languages, read from `words.txt`.
enum CompensationWords {
  static let all: [String: PageText] = {
    var words = WordTable.read(PackageResources.words_txt)
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
}
