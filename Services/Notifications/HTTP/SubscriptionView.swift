import Civics
import Contracts
import FoundationEssentials

/// A subscription as it is shown: everything but its secret.
enum SubscriptionView {
  static func json(_ subscription: AgencySubscription, statistics: EndpointStatistics? = nil) -> JSONObject {
    var object = JSONObject()
    object.set("id", subscription.id)
    object.set("entry", subscription.entry)
    object.set("agency", subscription.agency)
    object.set("url", subscription.url.text)
    object.set("types", subscription.filter.types)
    object.set("regions", subscription.filter.regions.map(\.description))
    object.set("kinds", subscription.filter.kinds)
    object.set("colours", codes: subscription.filter.colours)
    object.set("filters", .array(subscription.filter.filters.map(\.json)))
    object.set("status", code: subscription.status)
    object.set("reason", subscription.reason)
    object.set("requestedAt", subscription.requestedAt)
    object.set("decidedBy", subscription.decidedBy)
    object.set("decidedAt", subscription.decidedAt)
    object.set("statistics", statistics?.json)
    return object
  }
}
