import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The table of a county (一市(区)一表): all its cases with how far each is, over HTTP.
struct CountyTableRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let list: ListCases
  let complete: CompleteCountyTable

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/county-tables/{region}") { request, context in
      let principal = try CaseRoutes.reader(context)
      let region = try context.parameters.require("region")
      guard (try? RegionCode(region)) != nil else { throw Problem.notFound("A table is named by six digits.") }
      guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      let query = try QueryReader(
        request, allowing: ["openedFrom", "openedBefore", "keyCase", "cursor", "limit", "format"])
      var filter = CaseFilter(regions: [region])
      filter.openedFrom = try query.instant("openedFrom")
      filter.openedBefore = try query.instant("openedBefore")
      filter.keyLevel = try query.code("keyCase")
      filter.order = .oldest
      filter.limit = try query.integer("limit", in: 1...ListCases.largestPage) ?? 50
      let canonical = "county-table \(region)?\(query.canonical(without: ["cursor", "limit", "format"]))"
      if let text = query.text("cursor") {
        let keys = try PageCursor(text, of: canonical, keys: 2).keys
        filter.after = CaseMark(instant: PageCursor.instant(keys[0]), entry: keys[1])
      }
      if try request.wantsCSV { return table(region, filter).response(from: request, context: context) }
      let asked = filter
      let (rows, next) = try await runner.read { connection in
        let page = try await list(asked, on: connection)
        return (try await complete(page.cases, at: runner.now, on: connection), page.next)
      }
      var object = JSONObject()
      object.set("region", region)
      object.set("cases", .array(rows.map(CountyTableView.json)))
      object.set("next", next.map { PageCursor([PageCursor.key($0.instant), $0.entry]).text(of: canonical) })
      return JSONResponse(.object(object)).response(from: request, context: context)
    }
  }

  private func table(_ region: String, _ filter: CaseFilter) -> CSVStream {
    let (runner, list, complete) = (runner, list, complete)
    return CSVStream(fileName: "county-\(region).csv", columns: CountyTableView.columns) {
      let pages = ExportCases(list: list).pages(filter, runner: runner)
      return {
        guard let cases = try await pages.next() else { return nil }
        return try await runner.read { try await complete(cases, at: runner.now, on: $0) }.map(CountyTableView.row)
      }
    }
  }
}
