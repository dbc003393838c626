/// What a list can be narrowed by: a parameter of the API's query.
public struct ListFilter: Sendable {
  /// The name of the parameter.
  public let name: String
  /// The words to choose from; none for a text that is typed.
  public let choices: [String]
  /// The list that the words belong to; nil for the parameter's own name.
  public let scope: String?

  public init(_ name: String, choices: [String] = [], scope: String? = nil) {
    self.name = name
    self.choices = choices
    self.scope = scope
  }
}
