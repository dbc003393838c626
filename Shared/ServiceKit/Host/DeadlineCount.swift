/// How many legal deadlines of one kind are near, and how many were missed and are not made good.
public struct DeadlineCount: Sendable, Equatable {
  /// What runs: the stage of the case, or the kind of procedure, in the service's own words.
  public let kind: String
  /// End before the instant that was asked for, and have not ended.
  public let dueSoon: Int
  public let overdue: Int

  public init(kind: String, dueSoon: Int, overdue: Int) {
    self.kind = kind
    self.dueSoon = dueSoon
    self.overdue = overdue
  }
}
