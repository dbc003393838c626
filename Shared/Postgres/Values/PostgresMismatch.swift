/// Why bytes from the server could not be read as the wanted type. The row decoder adds the column to it.
public struct PostgresMismatch: Error, Sendable, Equatable {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }

  /// The wire type is none that the wanted type is read from.
  static let type = PostgresMismatch("this type is not read from it")

  static func length(_ count: Int) -> PostgresMismatch { PostgresMismatch("\(count) bytes are not a value of it") }
}
