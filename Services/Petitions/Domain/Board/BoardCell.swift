/// The open cases of one county at one step.
struct BoardCell: Sendable, Equatable {
  let region: String
  let status: String
  let open: Int
  /// Of those: a period has run out and is not made good.
  let overdue: Int
  /// Of those not overdue: the last day is today.
  let dueToday: Int
  /// Of those not overdue: the last day is near, today included.
  let dueSoon: Int
}
