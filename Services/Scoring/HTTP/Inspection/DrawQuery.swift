import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The list of draws, the latest quarter first, page by page or as a table.
struct DrawQuery: Sendable {
  private let filter: DrawFilter
  private let canonical: String

  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = try QueryReader(request, allowing: ["region", "quarter", "status", "cursor", "limit", "format"])
    let canonical = "inspection-draws?\(query.canonical(without: ["cursor", "limit", "format"]))"
    var filter = DrawFilter(regions: try query.regions(for: principal))
    filter.quarter = query.text("quarter")
    if let quarter = filter.quarter, FigurePeriod(quarter)?.isQuarter != true {
      throw QueryReader.invalid("quarter", "a quarter such as 2026-Q1")
    }
    filter.status = try query.code("status")
    filter.limit = try query.integer("limit", in: 1...EntryPlace.largestPage) ?? filter.limit
    if let text = query.text("cursor") {
      let keys = try PageCursor(text, of: canonical, keys: 3).keys
      let region = String(keys[2])
      filter.after = DrawMark(
        quarter: "\(keys[0])-Q\(keys[1])", region: String(repeating: "0", count: max(0, 6 - region.count)) + region)
    }
    self.filter = filter
    self.canonical = canonical
  }

  func page(_ runner: UnitOfWorkRunner) async throws -> JSONResponse {
    let found = try await runner.read { try await DrawStore.list(filter, on: $0) }
    var object = JSONObject()
    object.set("draws", .array(found.map { .object(DrawView.json($0)) }))
    if found.count >= filter.limit, let last = found.last {
      let first = last.quarter.first
      let keys = [Int64(first.year), Int64((first.month + 2) / 3), Int64(last.region) ?? 0]
      object.set("next", PageCursor(keys).text(of: canonical))
    }
    return JSONResponse(.object(object))
  }

  func table(_ runner: UnitOfWorkRunner) -> CSVStream {
    CSVStream(fileName: "inspection-draws.csv", columns: DrawView.columns) { [filter] in
      let pages = MarkedPages<DrawMark, InspectionDraw> { mark in
        var filter = filter
        filter.after = mark ?? filter.after
        filter.limit = EntryPlace.largestPage
        let page = try await runner.read { [filter] in try await DrawStore.list(filter, on: $0) }
        return (page, page.count < filter.limit ? nil : page.last.map(DrawMark.init))
      }
      return { try await pages.next()?.map(DrawView.row) }
    }
  }
}
