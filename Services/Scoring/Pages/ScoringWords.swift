import Pages

/// What fields and words of scoring are called in both languages.
enum ScoringWords {
  static let all = WordTable.read(PackageResources.words_txt)
}
