/// A row that this program cannot read: a newer program wrote it, or it is damaged.
public struct StoredValueError: Error, Sendable, Equatable, CustomStringConvertible {
  public let table: String
  /// Which row; nothing personal.
  public let id: String

  public init(table: String, id: String) {
    self.table = table
    self.id = id
  }

  public var description: String {
    "a row of \(table) (\(id)) cannot be read: a newer program wrote it, use that one, or it is damaged"
  }
}
