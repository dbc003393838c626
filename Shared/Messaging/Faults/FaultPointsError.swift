/// A specification of fault points that cannot be read.
public struct FaultPointsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The entry that is wrong, as it was written.
  public let entry: String

  public init(entry: String) {
    self.entry = entry
  }

  public var description: String {
    "\"\(entry)\" is not point=action@hit with the action kill, stop or sleep:MILLISECONDS (up to an hour) "
      + "and a hit from 1, or * for every hit"
  }
}
