/// What was counted for one county in a period.
struct CountyCounts: Sendable, Equatable {
  let county: String
  var selfScreened = 0
  var selfHandledClosed = 0

  subscript(indicator: CountyRules.Indicator) -> Int {
    switch indicator {
    case .selfScreened: selfScreened
    case .selfHandledClosed: selfHandledClosed
    }
  }
}
