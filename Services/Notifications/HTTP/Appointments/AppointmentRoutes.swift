import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Appointments with enterprises: agreed on, moved, cancelled and closed by staff; an enterprise sees its own.
struct AppointmentRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let keep: KeepAppointment

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/appointments") { request, context in try await list(request, context) }
    routes.post("v1/appointments") { request, context in try await make(request, context) }
    routes.get("v1/appointments/{id}") { _, context in try await found(context) }
    routes.post("v1/appointments/{id}/{step}") { request, context in try await step(request, context) }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let query = try QueryReader(request, allowing: ["region", "addressee", "status", "cursor", "limit"])
    let isOwn = !Self.isStaff(principal)
    let regions = isOwn ? [] : try query.regions(for: principal)
    let addressee = isOwn ? principal.subject : query.text("addressee")
    let status: AppointmentStatus? = try query.code("status")
    let page = try EntryPage(query, "appointments")
    let found = try await runner.read {
      try await AppointmentStore.list(
        regions: regions, addressee: addressee, status: status, before: page.last ?? .max, limit: page.limit + 1,
        on: $0)
    }
    let shown = isOwn ? found : found.filter { principal.mayAct(in: $0.region) }
    return page.response("appointments", shown, entry: \.entry, view: AppointmentView.json)
  }

  private func make(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader)
    let body = try await request.json(context)
    let fields = try JSONFields(body, path: "body")
    let wish = KeepAppointment.Wish(
      addressee: try fields.string("addressee"), unit: try fields.string("unit"), purpose: try fields.code("purpose"),
      at: try fields.instant("at"), place: try fields.optionalText("place", limit: 512),
      note: try fields.optionalText("note", limit: 2048))
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let made = try await keep.make(wish, by: caller, work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let made else { throw Problem.notFound("Nobody of this key is in the addressee book.") }
      return Self.answer(made, status: .created)
    }
  }

  private func found(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let id = try PathID.read(context)
    guard let found = try await runner.read({ try await AppointmentStore.find(id, on: $0) }),
      Self.isStaff(principal) || found.addressee == principal.subject
    else { throw Self.missing }
    guard !Self.isStaff(principal) || principal.mayAct(in: found.region) else {
      throw Problem.regionForbidden(found.region)
    }
    return Self.answer(found)
  }

  private func step(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader)
    let id = try PathID.read(context)
    let match = try IfMatch(request)
    let body = try await request.json(context)
    let step = try Self.read(try context.parameters.require("step"), try JSONFields(body, path: "body"))
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let taken = try await keep(step, on: id, by: caller, work: work) { appointment in
        guard principal.mayAct(in: appointment.region) else { throw Problem.regionForbidden(appointment.region) }
        try match.check(EntityTag(version: appointment.version))
      }
      guard let taken else { throw Self.missing }
      return Self.answer(taken)
    }
  }

  private static func read(_ name: String, _ fields: JSONFields) throws -> KeepAppointment.Step {
    switch name {
    case "move": .move(to: try fields.instant("at"), place: try fields.optionalText("place", limit: 512))
    case "cancel": .cancel(note: try fields.optionalText("note", limit: 2048))
    case "keep": .keep(followUp: try fields.optionalInstant("followUp"))
    case "miss": .miss
    default: throw Problem.notFound("An appointment knows move, cancel, keep and miss.")
    }
  }

  private static var missing: Problem { .notFound("There is no appointment of this id.") }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .enterprise)
  }

  private static func isStaff(_ principal: Principal) -> Bool {
    principal.has(.clerk, .handler, .supervisor, .leader, .auditor)
  }

  private static func answer(_ appointment: Appointment, status: HTTPResponse.Status = .ok) -> JSONResponse {
    JSONResponse(
      AppointmentView.json(appointment), status: status,
      headers: [.eTag: EntityTag(version: appointment.version).description])
  }
}
