import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Years of the account over HTTP: closing and audit (每年一审).
struct YearRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let close: CloseYear
  let audit: AuditYear

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/account/years") { _, context in
      let principal = try context.require(.finance, .auditor, .leader)
      let years = try await runner.read { try await YearStore.list(on: $0) }
      return JSONResponse(["years": .array(years.filter { principal.mayAct(in: $0.region) }.map { YearView.json($0) })])
    }
    routes.get("v1/account/years/{year}") { request, context in try await report(request, context) }
    routes.post("v1/account/years/{year}/close") { request, context in
      let principal = try context.require(.finance)
      let year = try Self.year(context)
      return try await posts.answer(request, context) { work in
        let closed = try await close(year, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
        return JSONResponse(YearView.json(closed))
      }
    }
    routes.post("v1/account/years/{year}/audit") { request, context in
      let principal = try context.require(.auditor)
      let year = try Self.year(context)
      let json = try await request.json(context)
      let report = try AuditReport(json: json, path: "body")
      return try await posts.answer(request, context, body: json) { work in
        let audited = try await audit(year, report, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
        guard let audited else { throw Self.missing }
        return JSONResponse(YearView.json(audited))
      }
    }
  }

  /// The audit's report, added up again now; a table with `?format=csv`.
  private func report(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try context.require(.finance, .auditor, .leader)
    let number = try Self.year(context)
    let found: (AccountYear, YearStatement)? = try await runner.read { connection in
      guard let year = try await YearStore.find(number, on: connection) else { return nil }
      return (year, try await StatementStore.statement(of: number, on: connection))
    }
    guard let (year, statement) = found else { throw Self.missing }
    guard principal.mayAct(in: year.region) else { throw Problem.regionForbidden(year.region) }
    if try request.wantsCSV {
      return CSVResponse(fileName: "account-\(number).csv", columns: YearView.columns, rows: YearView.rows(statement))
        .response(from: request, context: context)
    }
    return JSONResponse(YearView.json(year, now: statement)).response(from: request, context: context)
  }

  private static func year(_ context: ServiceRequestContext) throws -> Int {
    guard let year = Int(try context.parameters.require("year")), 2000...9999 ~= year else { throw missing }
    return year
  }

  private static let missing = Problem.notFound("There is no such year of the account.")
}
