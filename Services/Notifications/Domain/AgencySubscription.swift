import Contracts
import FoundationEssentials

/// What an agency wants to be told, and where.
struct AgencySubscription: Sendable, Equatable {
  let id: UUID
  /// The order of requests; pages of lists go by it.
  let entry: Int64
  /// Whose it is, as its token names it.
  let agency: String
  let url: WebhookURL
  let filter: EventFilter
  var status: SubscriptionStatus
  /// Why it is disabled: `gone`, `failing`, `by-staff`.
  var reason: String?
  let requestedAt: Date
  /// Who approved, disabled or enabled it last, and when.
  var decidedBy: String?
  var decidedAt: Date?
  /// How many events were told about the endpoint itself.
  var sequence: Int64

  /// Lets deliveries begin.
  mutating func approve(by actor: String, at now: Date) throws(NotificationError) {
    guard status == .requested else { throw .outOfTurn("approve", status: status) }
    decide(.approved, by: actor, at: now)
  }

  /// Switches it off.
  /// - Returns: what its owner must be told; counts it.
  mutating func disable(
    because reason: DisableReason, by actor: String, at now: Date, failingSince: Date? = nil, failedAttempts: Int? = nil
  ) throws(NotificationError) -> EndpointDisabled {
    guard status != .disabled else { throw .outOfTurn("disable", status: status) }
    decide(.disabled, by: actor, at: now)
    self.reason = reason.rawValue
    sequence += 1
    return EndpointDisabled(
      endpointId: id.lowercased, agency: agency, at: now, reason: reason.rawValue, failingSince: failingSince,
      failedAttempts: failedAttempts)
  }

  /// Switches it on again: what was not delivered before is delivered then.
  mutating func enable(by actor: String, at now: Date) throws(NotificationError) {
    guard status == .disabled else { throw .outOfTurn("enable", status: status) }
    decide(.approved, by: actor, at: now)
  }

  private mutating func decide(_ status: SubscriptionStatus, by actor: String, at now: Date) {
    self.status = status
    reason = nil
    decidedBy = actor
    decidedAt = now
  }
}
