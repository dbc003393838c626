import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The list of backlog cases (积案). What is done for one – naming a leader, a visit – are steps of the case.
struct BacklogRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let list: ListBacklog

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/backlog") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let page = try PageQuery(request, principal, of: "backlog")
      let found = try await runner.read { connection in
        try await list(regions: page.regions, after: page.after, limit: page.limit, on: connection)
      }
      var object = JSONObject()
      object.set("petitions", .array(found.map(line)))
      object.set("next", page.next(found.count, after: found.last?.entry))
      return JSONResponse(.object(object))
    }
  }

  private func line(_ petition: Petition) -> JSON {
    var object = PetitionView.line(petition).object ?? JSONObject()
    object.set("matter", petition.file.matter)
    object.set("missing", petition.missingForBacklog)
    return .object(object)
  }
}
