import Contracts
import Hummingbird
import Pages
import ServiceKit

/// Agencies' subscriptions with how their endpoints fare, and one endpoint with its deliveries, keys and replays.
struct SubscriptionPages: Sendable {
  static let link = PageLink(
    "/pages/subscriptions", PageText("订阅与端点", "Subscriptions and endpoints"),
    for: [.leader, .auditor, .operator, .agency])

  static let replayColumns = [
    ListColumn("requestedAt", nil, .time, link: "/pages/subscriptions/{id}/replays/{replay}"),
    ListColumn("what", nil, .word), ListColumn("since", nil, .time), ListColumn("until", nil, .time),
    ListColumn("status", nil, .word), ListColumn("examined"), ListColumn("queued"), ListColumn("failure"),
    ListColumn("requestedBy"), ListColumn("finishedAt", nil, .time),
  ]

  /// How an endpoint fares, in a line.
  static let columns = [
    ListColumn("agency", link: "/pages/subscriptions/{id}"), ListColumn("url"), ListColumn("status", nil, .word),
    ListColumn("health", nil, .word), ListColumn("successShare"), ListColumn("statistics.failedAttempts"),
    ListColumn("statistics.exhausted"), ListColumn("statistics.nextAttemptAt", nil, .time),
    ListColumn("statistics.lastSuccessAt", nil, .time), ListColumn("statistics.lastFailure"),
  ]

  private static let detail = DetailPage(
    path: "subscriptions/{id}", title: PageText("端点", "An endpoint"), source: "/v1/subscriptions/{id}",
    fields: [
      ListColumn("agency"), ListColumn("url"), ListColumn("status", nil, .word), ListColumn("reason", nil, .word),
      ListColumn("health", nil, .word), ListColumn("successShare"), ListColumn("statistics.pending"),
      ListColumn("statistics.oldestPendingAt", nil, .time), ListColumn("statistics.delivered"),
      ListColumn("statistics.failedAttempts"), ListColumn("statistics.exhausted"),
      ListColumn("statistics.failuresInARow"), ListColumn("statistics.failingSince", nil, .time),
      ListColumn("statistics.nextAttemptAt", nil, .time), ListColumn("profile.restsUntil", nil, .time),
      ListColumn("statistics.lastSuccessAt", nil, .time), ListColumn("statistics.lastAttemptAt", nil, .time),
      ListColumn("statistics.lastStatus"), ListColumn("statistics.lastFailure"),
      ListColumn("profile.verifiedAt", nil, .time), ListColumn("profile.order", nil, .word),
      ListColumn("profile.mode", nil, .word), ListColumn("profile.concurrency"), ListColumn("profile.perMinute"),
      ListColumn("profile.allowedPerMinute"), ListColumn("types"), ListColumn("regions"),
      ListColumn("kinds", PageText("污染类别", "Kinds of pollution"), .word), ListColumn("colours", nil, .word),
      ListColumn("filters"), ListColumn("requestedAt", nil, .time), ListColumn("decidedBy"),
      ListColumn("decidedAt", nil, .time),
    ],
    tables: [
      DetailPage.Table(
        value: "recent", title: PageText("最近的投递", "Recent deliveries"),
        columns: [
          ListColumn("madeAt", nil, .time, link: "/pages/subscriptions/{endpoint}/deliveries/{id}"),
          ListColumn("type"), ListColumn("subject"), ListColumn("status", nil, .word),
          ListColumn("attempts"), ListColumn("replays"), ListColumn("dueAt", nil, .time),
          ListColumn("settledAt", nil, .time), ListColumn("lastStatus"), ListColumn("lastFailure"),
          ListColumn("milliseconds"),
        ]),
      DetailPage.Table(
        value: "replays", title: PageText("批量补发", "Replays"),
        columns: [
          ListColumn("requestedAt", nil, .time, link: "/pages/subscriptions/{endpoint}/replays/{id}")
        ] + replayColumns.dropFirst()),
      DetailPage.Table(
        value: "keys", title: PageText("签名密钥", "Keys that sign"),
        columns: [
          ListColumn("scheme", nil, .word), ListColumn("publicKey"), ListColumn("madeAt", nil, .time),
          ListColumn("madeBy"), ListColumn("endsAt", nil, .time),
          ListColumn(
            "endThis", PageText("操作", "To do"), .word, link: "/pages/subscriptions/{endpoint}/keys/{id}/end"),
        ]),
    ],
    actions: EndpointActions.ofEndpoint, states: EndpointActions.states)

  static func register(on pages: PageRoutes) {
    pages.get("subscriptions") { visit in try await list(visit) }
    pages.get(detail.path) { visit in try await endpoint(visit) }
  }

  private static func list(_ visit: PageVisit) async throws -> Response {
    let status = visit.query("status")
    let limit = try await EndpointLine.limit(visit)
    let page = try await visit.get(
      "/v1/subscriptions", [("status", status), ("after", visit.query("after")), ("limit", "50")]
    ).json
    let rows = (page["subscriptions"]?.array ?? []).map { EndpointLine.of($0, limit: limit) }
    let language = visit.reader.language
    let cells = CellText(visit)
    var values: [String: any Sendable] = [
      "tables": [cells.table(link.words, columns, rows)], "actions": visit.links(to: actions) { _ in nil },
      "states": SubscriptionStatus.allCases.map { state -> [String: any Sendable] in
        [
          "path": "/pages/subscriptions" + PagePath.query([("status", state.rawValue)]),
          "words": visit.words.text(state.rawValue, in: "status", language), "isHere": state.rawValue == status,
        ]
      },
    ]
    if let after = page["after"]?.integer {
      values["next"] = PagePath.query([("status", status), ("after", String(after))])
    }
    return visit.show("subscriptions", link.words, values)
  }

  private static let actions = [EndpointActions.request, EndpointActions.check]

  private static func endpoint(_ visit: PageVisit) async throws -> Response {
    let id = PagePath.part(try visit.parameter("id"))
    let path = "/v1/subscriptions/\(id)"
    let found = try await visit.get(path).json
    var object = EndpointLine.of(found, limit: try await EndpointLine.limit(visit)).object ?? JSONObject()
    object.set("profile", try await visit.get(path + "/delivery").json)
    let cursor = visit.query("cursor")
    let deliveries = try await visit.get(
      path + "/deliveries", [("status", visit.query("status")), ("cursor", cursor), ("limit", "25")]
    ).json
    object.set("recent", .array((deliveries["deliveries"]?.array ?? []).map { marked($0, id) }))
    let replays = try await visit.get(path + "/replays", [("limit", "10")]).json["replays"]?.array ?? []
    object.set("replays", .array(replays.map { marked($0, id) }))
    let keys = try await visit.get(path + "/keys").json["keys"]?.array ?? []
    let keeps = visit.principal.has(.agency, .operator)
    object.set("keys", .array(keys.map { keeps && $0["endsAt"] == nil ? marked($0, id, canEnd: true) : $0 }))
    let hours = try await visit.get(path + "/statistics", [("hours", "24")]).json["series"]?.array ?? []
    var values = detail.values(.object(object), visit)
    if !hours.isEmpty {
      let plot = EndpointLine.plot(hours, visit.words, visit.reader.language)
      values["plot"] = ["svg": plot.svg, "legend": plot.legend] as [String: any Sendable]
    }
    if let next = deliveries["next"]?.string {
      values["next"] = PagePath.query([("status", visit.query("status")), ("cursor", next)])
    }
    return visit.show("detail", detail.title, values)
  }

  /// With the endpoint it belongs to, for links.
  private static func marked(_ json: JSON, _ endpoint: String, canEnd: Bool = false) -> JSON {
    guard var object = json.object else { return json }
    object.set("endpoint", endpoint)
    if canEnd { object.set("endThis", "endThis") }
    return .object(object)
  }
}
