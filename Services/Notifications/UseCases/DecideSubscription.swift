import Civics
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

  let verify: VerifyEndpoint
  let tellOwner: TellOwner

  /// - Parameters:
  ///   - consent: what the endpoint said when it was asked just now whether it wants our events; nil when it was not.
  ///   - authorise: throws when the caller may not decide about this subscription.
  /// - Returns: the subscription as it stands then; nil when there is none of this id.
  /// - Throws: `EndpointError.notVerified` when deliveries would begin to an endpoint that never said so.
  func callAsFunction(
    _ decision: Decision, on id: UUID, consent: VerifyEndpoint.Consent?, by caller: Caller, policy: DeliveryPolicy,
    work: UnitOfWork, authorise: (AgencySubscription) throws -> Void
  ) async throws -> AgencySubscription? {
    guard var subscription = try await SubscriptionStore.lock(id, on: work.connection) else { return nil }
    try authorise(subscription)
    let now = Date()
    switch decision {
    case .approve:
      try subscription.approve(by: caller.subject, at: now)
      try await note(consent, of: id, by: caller, work: work)
    case .disable:
      let event = try subscription.disable(because: .byStaff, by: caller.subject, at: now)
      try await work.connection.execute(EndpointStore.suspend(id))
      Announcements.disabled(event, sequence: subscription.sequence, work: work)
      // Who does it knows it.
      if caller.subject != subscription.agency {
        try await tellOwner(
          .disabled(.byStaff, at: now), endpoint: id, url: subscription.url.text, agency: subscription.agency,
          regions: subscription.filter.regions.map(\.description), policy: policy, work: work)
      }
    case .enable:
      try subscription.enable(by: caller.subject, at: now)
      try await note(consent, of: id, by: caller, work: work)
      try await work.connection.execute(EndpointStore.resume(id))
    }
    try await SubscriptionStore.save(subscription, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "subscription.\(decision.rawValue)", subject: id.lowercased,
        cause: caller.requestId))
    return subscription
  }

  private func note(
    _ consent: VerifyEndpoint.Consent?, of id: UUID, by caller: Caller, work: UnitOfWork
  ) async throws {
    if let consent {
      try await verify(consent, of: id, by: caller, work: work)
    } else if try await EndpointProfileStore.find(id, on: work.connection)?.verifiedAt == nil {
      throw EndpointError.notVerified("it was never asked")
    }
  }
}
