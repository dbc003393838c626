/// The article behind a rule, as an event cites it.
public enum Article {
  /// What the contract takes, in bytes.
  public static let limit = 256

  /// A citation cut to what the contract takes: the reason of a marked default may be long, and stands whole in the pack.
  public static func text(_ citation: String) -> String {
    var text = citation
    while text.utf8.count > limit { text.removeLast() }
    return text
  }
}
