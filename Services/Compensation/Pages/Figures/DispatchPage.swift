import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The monthly circulars of a region (每月调度通报).
struct DispatchPage: Sendable {
  static let link = PageLink("/pages/dispatches", PageText("每月调度", "Circulars"), for: CompensationPages.readers)

  func show(_ visit: PageVisit) async throws -> Response {
    let region = visit.query("region") ?? visit.principal.regions.map(\.code).min() ?? "000000"
    let json = try await visit.get(
      "/v1/dispatches/\(PagePath.part(region))", [("before", visit.query("before")), ("limit", "6")]
    ).json
    let view = RecordView(visit)
    let found = json["dispatches"]?.array ?? []
    var values: [String: any Sendable] = [
      "fields": [] as [any Sendable],
      "tables": found.map { view.table($0["month"]?.string ?? "", $0["lines"]?.array ?? []) },
    ]
    if found.isEmpty {
      let none = PageText("尚无通报", "There is no circular yet")[visit.reader.language]
      values["fields"] = [["label": view.text("region", .string(region)), "text": none]]
    }
    return visit.show("record", PageText("每月调度通报", "Monthly circulars"), values)
  }
}
