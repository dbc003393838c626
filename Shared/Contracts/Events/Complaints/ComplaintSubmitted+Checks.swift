public import FoundationEssentials

extension ComplaintSubmitted {
  /// What the shape alone does not say, and what needs no register: instants are plausible, an identity is given either
  /// sealed or in the clear, the place lies in the region, and a batch of visitors came on a visit.
  /// - Parameters:
  ///   - time: the event's `time` attribute.
  ///   - now: the present, by the business clock.
  ///   - bounds: how far off an instant may be.
  public func check(time: Date?, now: Date, bounds: ClockBounds = ClockBounds()) throws(ContractViolation) {
    try bounds.check(time, field: "time", now: now)
    try bounds.check(occurredAt, field: "data.occurredAt", now: now)
    try reporter?.checkSealing(field: "data.reporter.sealed")
    try checkPlace()
    try checkVisit()
  }

  private func checkPlace() throws(ContractViolation) {
    guard let place else { return }
    guard (place.longitude == nil) == (place.latitude == nil) else {
      throw ContractViolation(
        .fieldConflict, field: "data.place.longitude", message: "A position needs both its degrees.",
        remedy: "Give longitude and latitude, or neither.")
    }
    if let area = place.area, !area.hasPrefix(region) {
      throw ContractViolation(
        .fieldConflict, field: "data.place.area", message: "The area does not lie in the region.",
        remedy: "Give the region that the first six digits of the area say.")
    }
  }

  private func checkVisit() throws(ContractViolation) {
    guard let visit else { return }
    guard channel == .visit else {
      throw ContractViolation(
        .fieldConflict, field: "data.visit", message: "Visitors are given, but the channel is no visit.",
        remedy: "Set channel to VISIT, or leave the visitors out.")
    }
    guard visit.representatives.count <= visit.visitors else {
      throw ContractViolation(
        .fieldConflict, field: "data.visit.visitors", message: "More people speak for the visitors than came.")
    }
    for (index, representative) in visit.representatives.enumerated() {
      try representative.checkSealing(field: "data.visit.representatives[\(index)].sealed")
    }
  }
}

extension Reporter {
  /// An identity is given either sealed or in the clear.
  fileprivate func checkSealing(field: String) throws(ContractViolation) {
    guard sealed != nil, name != nil || phone != nil || email != nil || address != nil else { return }
    throw ContractViolation(
      .fieldConflict, field: field, message: "The identity is given both sealed and in the clear.",
      remedy: "Send the sealed identity alone, and treat the clear one as disclosed.")
  }
}
