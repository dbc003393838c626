import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// What staff record beside petitions: irregular petitions, disputes, own screening.
struct StaffRecordRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let keep: KeepStaffRecord
  let withdraw: WithdrawStaffRecord

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/staff-records") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader)
      let form = try StaffRecordForm(json: try await request.json(context), path: "body")
      guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
      let caller = Caller(principal, context)
      let kept = try await runner.run { work in try await keep(form, by: caller, work: work) }
      guard principal.mayAct(in: kept.record.region) else { throw Problem.regionForbidden(kept.record.region) }
      return JSONResponse(StaffRecordView.json(kept.record), status: kept.isNew ? .created : .ok)
    }
    routes.get("v1/staff-records") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let page = try PageQuery(request, principal)
      let kind = try Self.kind(request)
      let found = try await runner.read {
        try await StaffRecordStore.list(
          regions: page.regions, kind: kind, before: page.after, limit: page.limit, on: $0)
      }
      var object = JSONObject()
      object.set("records", .array(found.map(StaffRecordView.json)))
      if found.count >= page.limit { object.set("after", found.last?.entry) }
      return JSONResponse(.object(object))
    }
    routes.post("v1/staff-records/{id}/withdraw") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let id = try PathID.read(context)
      let reason = try JSONFields(try await request.json(context), path: "body").text("reason", limit: 1024)
      let caller = Caller(principal, context)
      let record = try await runner.run { work in
        try await withdraw(id, reason: reason, by: caller, work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
      }
      guard let record else { throw Problem.notFound("There is no record of this id.") }
      return JSONResponse(StaffRecordView.json(record))
    }
  }

  private static func kind(_ request: Request) throws -> StaffRecordKind? {
    guard let text = request.uri.queryParameters["kind"].map(String.init) else { return nil }
    guard let kind = StaffRecordKind(rawValue: text) else {
      throw PageQuery.invalid("kind", StaffRecordKind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return kind
  }
}
