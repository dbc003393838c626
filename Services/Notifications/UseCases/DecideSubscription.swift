import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Approves, disables or enables a subscription.
struct DecideSubscription: Sendable {
  enum Decision: String, Sendable, CaseIterable {
    case approve
    case disable
    case enable
  }

  /// - Parameters:
  ///   - authorise: throws when the caller may not decide about this subscription.
  /// - Returns: the subscription as it stands then; nil when there is none of this id.
  func callAsFunction(
    _ decision: Decision, on id: UUID, by caller: Caller, work: UnitOfWork,
    authorise: (AgencySubscription) throws -> Void
  ) async throws -> AgencySubscription? {
    guard var subscription = try await SubscriptionStore.lock(id, on: work.connection) else { return nil }
    try authorise(subscription)
    let now = Date()
    switch decision {
    case .approve:
      try subscription.approve(by: caller.subject, at: now)
    case .disable:
      let event = try subscription.disable(because: .byStaff, by: caller.subject, at: now)
      try await work.connection.execute(EndpointStore.suspend(id))
      Announcements.disabled(event, sequence: subscription.sequence, work: work)
    case .enable:
      try subscription.enable(by: caller.subject, at: now)
      try await work.connection.execute(EndpointStore.resume(id))
    }
    try await SubscriptionStore.save(subscription, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "subscription.\(decision.rawValue)", subject: id.lowercased,
        cause: caller.requestId))
    return subscription
  }
}
