import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// What staff record beside petitions: irregular petitions, disputes, own screening.
struct StaffRecordRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let keep: KeepStaffRecord
  let withdraw: WithdrawStaffRecord

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/staff-records") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader)
      let body = try await request.json(context)
      let form = try StaffRecordForm(json: body, path: "body")
      guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
      let caller = Caller(principal, context)
      return try await posts.answer(request, context, body: body) { work in
        let kept = try await keep(form, by: caller, work: work)
        guard principal.mayAct(in: kept.record.region) else { throw Problem.regionForbidden(kept.record.region) }
        return JSONResponse(StaffRecordView.json(kept.record), status: kept.isNew ? .created : .ok)
      }
    }
    routes.get("v1/staff-records") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let page = try PageQuery(request, principal, of: "staff-records", filters: ["kind"])
      let kind: StaffRecordKind? = try page.filters.code("kind")
      let found = try await runner.read {
        try await StaffRecordStore.list(
          regions: page.regions, kind: kind, before: page.after, limit: page.limit, on: $0)
      }
      var object = JSONObject()
      object.set("records", .array(found.map(StaffRecordView.json)))
      object.set("next", page.next(found.count, after: found.last?.entry))
      return JSONResponse(.object(object))
    }
    routes.post("v1/staff-records/{id}/withdraw") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let id = try PathID.read(context)
      let body = try await request.json(context)
      let reason = try JSONFields(body, path: "body").text("reason", limit: 1024)
      let caller = Caller(principal, context)
      return try await posts.answer(request, context, body: body) { work in
        let record = try await withdraw(id, reason: reason, by: caller, work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
        guard let record else { throw Problem.notFound("There is no record of this id.") }
        return JSONResponse(StaffRecordView.json(record))
      }
    }
  }
}
