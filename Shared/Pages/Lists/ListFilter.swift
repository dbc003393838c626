/// What a list can be narrowed by: a parameter of the API's query.
public struct ListFilter: Sendable {
  /// The name of the parameter.
  public let name: String
  /// The words to choose from; none for a text that is typed.
  public let choices: [String]

  public init(_ name: String, choices: [String] = []) {
    self.name = name
    self.choices = choices
  }
}
