/// One name and its value in a JSON object.
public struct JSONMember: Sendable, Equatable {
  public var name: String
  public var value: JSON

  public init(name: String, value: JSON) {
    self.name = name
    self.value = value
  }
}
