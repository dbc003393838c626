/// Why a key set cannot be had or used; for the log and for the operator, never for callers.
public struct KeySetError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
