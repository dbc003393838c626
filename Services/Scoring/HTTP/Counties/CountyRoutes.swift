import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The scores of counties.
struct CountyRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let score: ScoreCounties

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/county-scores") { request, context in try await scores(request, context) }
    routes.get("v1/county-scores/{county}/cases") { request, context in try await cases(request, context) }
  }

  private func scores(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try context.require(.supervisor, .leader, .auditor, .agency)
    let query = try QueryReader(request, allowing: ["period", "region", "format"])
    let (period, months) = try Self.period(query)
    let regions = try query.regions(for: principal)
    let now = runner.now
    let found = try await runner.read {
      try await score(period, months: months, regions: regions, now: now, on: $0)
    }
    if try request.wantsCSV {
      return CSVResponse(
        fileName: "county-scores.csv", columns: CountyView.columns(found), rows: CountyView.rows(found)
      ).response(from: request, context: context)
    }
    return JSONResponse(CountyView.json(found)).response(from: request, context: context)
  }

  /// The cases behind a county's counts.
  private func cases(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader, .auditor, .agency)
    let county = try context.parameters.require("county")
    guard principal.mayAct(in: county) else { throw Problem.regionForbidden(county) }
    let query = try QueryReader(request, allowing: ["period", "after", "limit"])
    let (period, _) = try Self.period(query)
    let limit = try query.integer("limit", in: 1...EntryPlace.largestPage) ?? 50
    let after = query.text("after") ?? ""
    let found = try await runner.read {
      try await CountyStore.cases(
        of: county, from: period.start, to: period.end, after: after, limit: limit, on: $0)
    }
    var object = JSONObject()
    object.set("cases", .array(found.map(CountyView.json)))
    if found.count >= limit { object.set("after", found.last?.caseNumber) }
    return JSONResponse(.object(object))
  }

  private static func period(_ query: QueryReader) throws(Problem) -> (FigurePeriod, months: Int) {
    guard let period = query.text("period").flatMap(FigurePeriod.init), let months = period.wholeMonths else {
      throw QueryReader.invalid("period", "a year, quarter or month: 2026, 2026-Q1, 2026-01")
    }
    return (period, months)
  }
}
