/// What is sealed in one row of a column.
public struct SealedRow: Sendable {
  /// The row's place: pages go on after it, and it is written back by it.
  public let cursor: String
  /// What it was sealed with, see `SealingContext`.
  public let context: [UInt8]
  public let sealed: [UInt8]

  public init(cursor: String, context: [UInt8], sealed: [UInt8]) {
    self.cursor = cursor
    self.context = context
    self.sealed = sealed
  }
}
