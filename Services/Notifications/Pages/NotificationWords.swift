import Pages

/// What fields and words of notifications are called on pages.
enum NotificationWords {
  static let all = fields.merging(choices) { field, _ in field }.merging(templates) { word, _ in word }
}
