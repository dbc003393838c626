import Contracts
import FoundationEssentials

/// The monthly circular on how each county and department stands (每月调度和通报), as it was issued.
struct MonthlyDispatch: Sendable {
  /// The bureau whose circular it is (GB/T 2260).
  let region: String
  /// Such as `2025-12`.
  let month: String
  let at: Date
  let lines: [DispatchLine]

  var event: MonthlyDispatchIssued {
    MonthlyDispatchIssued(region: region, month: month, at: at, lines: lines)
  }
}
