import Pages

/// What fields and words of notifications are called in both languages.
enum NotificationWords {
  static let all = WordTable.read(PackageResources.words_txt)
}
