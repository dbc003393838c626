import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The registers of units and inspectors.
struct RegisterRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let keep: KeepRegisters

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.put("v1/units/{key}") { request, context in try await unit(request, context) }
    routes.get("v1/units/{key}") { request, context in try await found(request, context) }
    routes.get("v1/units") { request, context in try await units(request, context) }
    routes.put("v1/inspectors/{number}") { request, context in try await inspector(request, context) }
    routes.get("v1/inspectors/{number}") { _, context in
      let principal = try context.require(.supervisor, .leader, .auditor)
      let number = try context.parameters.require("number")
      guard let inspector = try await runner.read({ try await InspectorStore.find(number, on: $0) }) else {
        throw Problem.notFound("There is no inspector of this number on the register.")
      }
      guard principal.mayAct(in: inspector.region) else { throw Problem.regionForbidden(inspector.region) }
      let tag = EntityTag(version: inspector.version)
      return JSONResponse(UnitView.json(inspector), headers: [.eTag: tag.description])
    }
    routes.get("v1/inspectors") { request, context in try await inspectors(request, context) }
  }

  /// A change of what is there says which version it changes.
  private func unit(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let key = try SubjectPath.read(context).description
    let form: UnitForm = try await request.json(context)
    try SubjectCheck.check(key, "path.key", region: form.region, "body.region")
    guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
    let caller = Caller(principal, context)
    let kept = try await runner.run { work in
      try await keep.unit(key, form, by: caller, work: work) { before in
        guard let before else { return }
        guard principal.mayAct(in: before.region) else { throw Problem.regionForbidden(before.region) }
        try IfMatch.required(request).check(EntityTag(version: before.version))
      }
    }
    let tag = EntityTag(version: kept.unit.version)
    return JSONResponse(
      UnitView.json(kept.unit), status: kept.isNew ? .created : .ok, headers: [.eTag: tag.description])
  }

  private func found(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let key = try SubjectPath.read(context).description
    let (unit, plan) = try await runner.read { connection in
      (
        try await UnitStore.find([key], on: connection)[key], try await PlanStore.find([key], on: connection)[key]
      )
    }
    guard let unit else { throw Problem.notFound("There is no unit of this key on the register.") }
    guard principal.mayAct(in: unit.region) else { throw Problem.regionForbidden(unit.region) }
    return JSONResponse(
      UnitView.json(unit, plan), headers: [.eTag: EntityTag(version: unit.version).description])
  }

  private func units(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let query = try EntryQuery(request, try Self.reader(context), list: "units", filters: ["class", "active"])
    let asked = UnitStore.listing(
      query.place, inspectionClass: try query.reader.code("class"), isActive: try query.reader.flag("active"))
    if try request.wantsCSV {
      let runner = runner
      let table = CSVStream(fileName: "units.csv", columns: UnitView.columns) {
        let pages = ListPages(asked, runner: runner) { try await UnitStore.list($0, on: $1) }
        return { try await pages.next()?.map(UnitView.row) }
      }
      return table.response(from: request, context: context)
    }
    let page = try await runner.read { try await UnitStore.list(asked, on: $0) }
    var object = JSONObject()
    object.set("units", .array(page.rows.map { UnitView.json($0) }))
    object.set("next", page.next.map(query.cursor))
    return JSONResponse(.object(object)).response(from: request, context: context)
  }

  private func inspector(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let number = try context.parameters.require("number")
    guard (1...64).contains(number.utf8.count), number.utf8.allSatisfy(Self.isPlain) else {
      throw Problem.notFound("An inspector's number has up to 64 digits, letters and hyphens.")
    }
    let form: InspectorForm = try await request.json(context)
    guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
    let caller = Caller(principal, context)
    let kept = try await runner.run { work in
      try await keep.inspector(number, form, by: caller, work: work) { before in
        guard let before else { return }
        guard principal.mayAct(in: before.region) else { throw Problem.regionForbidden(before.region) }
        try IfMatch.required(request).check(EntityTag(version: before.version))
      }
    }
    let tag = EntityTag(version: kept.inspector.version)
    return JSONResponse(
      UnitView.json(kept.inspector), status: kept.isNew ? .created : .ok, headers: [.eTag: tag.description])
  }

  /// Whom an inspector knows is nobody's business but the bureau's.
  private func inspectors(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try context.require(.supervisor, .leader, .auditor)
    let query = try QueryReader(request, allowing: ["region", "after", "cursor", "limit", "format"])
    let regions = try query.regions(for: principal)
    let limit = try query.integer("limit", in: 1...EntryPlace.largestPage) ?? 50
    let after = query.text("cursor") ?? query.text("after") ?? ""
    if try request.wantsCSV {
      let runner = runner
      let table = CSVStream(fileName: "inspectors.csv", columns: UnitView.inspectorColumns) {
        let pages = MarkedPages<String, Inspector> { mark in
          let page = try await runner.read {
            try await InspectorStore.list(
              regions: regions, after: mark ?? after, limit: EntryPlace.largestPage, on: $0)
          }
          return (page, page.count < EntryPlace.largestPage ? nil : page.last?.number)
        }
        return { try await pages.next()?.map(UnitView.row) }
      }
      return table.response(from: request, context: context)
    }
    let found = try await runner.read {
      try await InspectorStore.list(regions: regions, after: after, limit: limit, on: $0)
    }
    var object = JSONObject()
    object.set("inspectors", .array(found.map { UnitView.json($0) }))
    if found.count >= limit {
      object.set("after", found.last?.number)
      object.set("next", found.last?.number)
    }
    return JSONResponse(.object(object)).response(from: request, context: context)
  }

  static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
