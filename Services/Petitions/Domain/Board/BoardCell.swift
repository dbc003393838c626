/// The open cases of one county at one step.
struct BoardCell: Sendable, Equatable {
  let region: String
  let status: String
  var open = 0
  /// Of those: a period has run out and is not made good.
  var overdue = 0
  /// Of those not overdue: the last day is today.
  var dueToday = 0
  /// Of those not overdue: the last day is near, today included.
  var dueSoon = 0
}
