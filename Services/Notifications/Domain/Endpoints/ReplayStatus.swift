/// Where a replay stands.
enum ReplayStatus: String, Sendable, CaseIterable {
  case running
  case finished
  case cancelled
  /// What it reads from is not there any more.
  case failed
}
