/// The article behind a rule, as events carry it.
enum Article {
  /// What the contract takes, in bytes.
  static let limit = 256

  /// A citation cut to what the contract takes: the reason of a marked default may be long, and stands whole in the pack.
  static func text(_ citation: String) -> String {
    var text = citation
    while text.utf8.count > limit { text.removeLast() }
    return text
  }
}
