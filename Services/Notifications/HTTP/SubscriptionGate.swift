import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Postgres
import ServiceKit

/// Who may see a subscription and who may change it.
enum SubscriptionGate {
  /// Those who may look: an agency at its own, staff at all.
  static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.agency, .operator, .leader, .auditor)
  }

  /// Those who may change how it is served: the agency itself, or an operator for it.
  static func keeper(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.agency, .operator)
  }

  /// - Throws: 404 when there is none of this id, or it is another agency's: others' are not even known to exist; 403 for
  ///   staff whose regions do not cover all that the subscription is told of.
  static func find(
    _ id: UUID, for principal: Principal, on connection: PostgresConnection
  ) async throws -> AgencySubscription {
    guard let found = try await SubscriptionStore.find(id, on: connection),
      principal.has(.operator, .leader, .auditor) || found.agency == principal.subject
    else { throw missing }
    try look(principal, at: found)
    return found
  }

  /// The same, locked with its endpoint until the transaction ends.
  static func lock(
    _ id: UUID, for principal: Principal, on connection: PostgresConnection
  ) async throws -> AgencySubscription {
    guard let found = try await SubscriptionStore.lock(id, on: connection),
      principal.has(.operator) || found.agency == principal.subject
    else { throw missing }
    return found
  }

  /// A leader decides inside the own regions, an agency about its own, an operator everywhere.
  static func authorise(_ principal: Principal, over subscription: AgencySubscription) throws {
    if principal.has(.operator) { return }
    if principal.has(.leader) {
      try look(principal, at: subscription)
    } else if subscription.agency != principal.subject {
      throw missing
    }
  }

  /// Its deliveries hold events of its regions: a leader or auditor needs them all. An operator runs the service everywhere.
  static func look(_ principal: Principal, at subscription: AgencySubscription) throws {
    if principal.has(.operator) || subscription.agency == principal.subject { return }
    for region in subscription.filter.regions where !principal.mayAct(in: region.description) {
      throw Problem.regionForbidden(region.description)
    }
  }

  static var missing: Problem { .notFound("There is no subscription of this id.") }

  /// Another id in the path.
  static func id(_ name: String, _ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(text: try context.parameters.require(name)) else {
      throw Problem.notFound("An id is a UUID.")
    }
    return id
  }
}
