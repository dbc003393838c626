import Contracts
import Hummingbird
import Pages
import ServiceKit

/// What is being delivered just now: webhooks and messages, the latest first, as the reader may see them.
enum HomePage {
  static let link = PageLink("/pages", PageText("投递动态", "Deliveries as they go"))
  private static let filters = ["status", "endpoint", "type", "subject", "from", "before"]
  private static let rows = "20"
  /// An agency sees those of so many of its endpoints.
  private static let mostEndpoints = 5

  static func register(on pages: PageRoutes) {
    pages.get("") { visit in
      let query = filters.map { ($0, visit.query($0)) }
      var values = try await look(visit)
      values["live"] = "/pages/live" + PagePath.query(query)
      values["older"] = "/pages/deliveries" + PagePath.query(query.map { ($0.0, instant($0.1, $0.0)) })
      for (name, value) in query { values["typed-" + name] = value ?? "" }
      values["states"] = DeliveryStatus.allCases.map { state -> [String: any Sendable] in
        [
          "value": state.rawValue, "words": visit.words.text(state.rawValue, in: "status", visit.reader.language),
          "isChosen": state.rawValue == visit.query("status"),
        ]
      }
      return visit.show("home", link.words, values)
    }
    pages.get("live") { visit in
      // What the filters get wrong is answered before the first event.
      _ = try await look(visit)
      return try visit.watch("tables", every: 3) { try await look($0) }
    }
  }

  private static func look(_ visit: PageVisit) async throws -> [String: any Sendable] {
    let cells = CellText(visit)
    var tables: [[String: any Sendable]] = []
    let query = filters.map { ($0, instant(visit.query($0), $0)) } + [("limit", rows)]
    let deliveries = try await visit.glance("/v1/deliveries", query)
    if let found = deliveries?.json["deliveries"]?.array {
      tables.append(cells.table(NotificationLists.deliveries.title, NotificationLists.deliveryColumns, found))
    } else if visit.principal.has(.agency) {
      tables += try await own(visit, cells)
    }
    let narrowed = query.filter { ["subject", "from", "before", "limit"].contains($0.0) }
    if let found = try await visit.glance("/v1/messages", narrowed)?.json["messages"]?.array {
      tables.append(cells.table(NotificationLists.messages.title, NotificationLists.messageColumns, found))
    }
    return ["tables": tables, "hasDeliveries": deliveries != nil]
  }

  /// The endpoints of an agency and what is sent to them.
  private static func own(_ visit: PageVisit, _ cells: CellText) async throws -> [[String: any Sendable]] {
    let found = try await visit.get("/v1/subscriptions", [("limit", "50")]).json["subscriptions"]?.array ?? []
    let limit = try await EndpointLine.limit(visit)
    let lines = found.map { EndpointLine.of($0, limit: limit) }
    var tables = [cells.table(SubscriptionPages.link.words, SubscriptionPages.columns, lines)]
    for subscription in found.prefix(mostEndpoints) {
      guard let id = subscription["id"]?.string, let url = subscription["url"]?.string else { continue }
      let list =
        try await visit.get(
          "/v1/subscriptions/\(PagePath.part(id))/deliveries", [("status", visit.query("status")), ("limit", rows)]
        ).json["deliveries"]?.array ?? []
      tables.append(
        cells.table(
          PageText(url, url), NotificationLists.deliveryColumns.filter { $0.value != "agency" },
          list.map { delivery in
            guard var object = delivery.object else { return delivery }
            object.set("endpoint", id)
            return .object(object)
          }))
    }
    return tables
  }

  /// What a field for a local time holds is China's.
  private static func instant(_ text: String?, _ name: String) -> String? {
    guard name == "from" || name == "before", let text, text.count == 16 else { return text }
    return text + ":00+08:00"
  }
}
