import Pages

/// What fields and words of petitions are called in both languages.
enum PetitionWords {
  static let all = WordTable.read(PackageResources.words_txt)
}
