import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Law study: what a subject studied and earned, and how much was studied in a region and a period.
struct StudyRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let find: FindStudy
  let count: CountStudy

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/study-figures") { request, context in try await figures(request, context) }
    routes.get("v1/subjects/{key}/study") { _, context in
      let principal = try Self.reader(context)
      let key = try SubjectPath.read(context)
      let (found, region) = try await runner.read { connection in
        (
          try await find(key.description, at: runner.now, on: connection),
          try await RatingStore().find(key.description, on: connection)?.region ?? key.region?.description
        )
      }
      if let region, !principal.mayAct(in: region) { throw Problem.regionForbidden(region) }
      return JSONResponse(StudyView.json(key.description, found))
    }
  }

  private func figures(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let query = try QueryReader(request, allowing: ["region", "from", "before"])
    let regions = try query.regions(for: principal)
    guard let from = try query.instant("from"), let before = try query.instant("before"), from < before else {
      throw QueryReader.invalid("from", "an instant, and a later one as `before`")
    }
    let found = try await runner.read {
      try await count(regions: regions, from: from, before: before, at: runner.now, on: $0)
    }
    return JSONResponse(StudyView.json(found))
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
  }
}
