/// One column of a list.
public struct ListColumn: Sendable {
  /// How a value is shown.
  public enum Form: Sendable {
    case plain
    /// A word of a list.
    case word
    case day
    /// The last day of a period, of the instant at which it ends.
    case lastDay
    case time
    /// An amount in fen.
    case yuan
  }

  /// Where the value stands in a row of the API's, with dots: `nextDue.day`.
  public let value: String
  /// Its heading; nil for what the field is called.
  public let heading: PageText?
  public let form: Form
  /// The page it leads to, with fields of the row in braces; nil for none.
  public let link: String?
  /// The list its words belong to; nil for the field's own name.
  public let scope: String?

  public init(
    _ value: String, _ heading: PageText? = nil, _ form: Form = .plain, link: String? = nil, scope: String? = nil
  ) {
    self.value = value
    self.heading = heading
    self.form = form
    self.link = link
    self.scope = scope
  }
}
