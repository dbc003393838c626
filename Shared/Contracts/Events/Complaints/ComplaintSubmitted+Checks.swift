public import FoundationEssentials

extension ComplaintSubmitted {
  /// What the shape alone does not say, and what needs no register: instants are plausible, and the identity is given
  /// either sealed or in the clear.
  /// - Parameters:
  ///   - time: the event's `time` attribute.
  ///   - now: the present, by the business clock.
  ///   - bounds: how far off an instant may be.
  public func check(time: Date?, now: Date, bounds: ClockBounds = ClockBounds()) throws(ContractViolation) {
    try bounds.check(time, field: "time", now: now)
    try bounds.check(occurredAt, field: "data.occurredAt", now: now)
    if let reporter, reporter.sealed != nil,
      reporter.name != nil || reporter.phone != nil || reporter.email != nil || reporter.address != nil
    {
      throw ContractViolation(
        .fieldConflict, field: "data.reporter.sealed",
        message: "The identity is given both sealed and in the clear.",
        remedy: "Send the sealed identity alone, and treat the clear one as disclosed.")
    }
  }
}
