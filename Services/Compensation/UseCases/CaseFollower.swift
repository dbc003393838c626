import Messaging

/// A part of the service that keeps something up beside the cases, as figures or insurance claims: it is told of every
/// change in the transaction that makes it, after the cases are saved.
protocol CaseFollower: Sendable {
  /// - Parameter changes: one for each case, with the case as it was and as it is now.
  func follow(_ changes: [CaseChange], work: UnitOfWork) async throws
}
