public import FoundationEssentials

/// How far from the present an instant given by an outsider may lie.
public struct ClockBounds: Sendable, Equatable {
  /// The farthest into the future, in seconds.
  public var ahead: TimeInterval
  /// The farthest into the past, in seconds.
  public var behind: TimeInterval

  /// - Parameters:
  ///   - ahead: default one day: a clock or zone set wrong must not cost a citizen the complaint, a year typed wrong
  ///     must not enter the books.
  ///   - behind: default ten years of 365.25 days: old pollution is reported too.
  public init(ahead: TimeInterval = 86_400, behind: TimeInterval = 315_576_000) {
    self.ahead = ahead
    self.behind = behind
  }

  /// - Throws: `time-too-late` or `time-too-early`.
  public func check(_ date: Date?, field: String, now: Date) throws(ContractViolation) {
    guard let date else { return }
    let distance = date.timeIntervalSince(now)
    if distance > ahead {
      throw ContractViolation(
        .timeTooLate, field: field, message: "The instant lies more than \(Int(ahead)) seconds in the future.")
    }
    if distance < -behind {
      throw ContractViolation(
        .timeTooEarly, field: field, message: "The instant lies more than \(Int(behind / 86_400)) days in the past.")
    }
  }
}
