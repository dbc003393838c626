import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The addressee book: kept by staff, each for the own regions.
struct AddresseeRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let keep: KeepAddressee
  let contacts: ShowContacts

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/addressees") { request, context in try await list(request, context) }
    routes.get("v1/addressees/{key}") { _, context in try await found(context) }
    routes.put("v1/addressees/{key}") { request, context in try await put(request, context) }
    routes.get("v1/addressees/{key}/contacts") { _, context in try await reached(context) }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try Self.reader(context)
    let query = try QueryReader(
      request, allowing: ["region", "audience", "role", "tag", "active", "cursor", "limit", "format"])
    let filter = AddresseeFilter(
      regions: try query.regions(for: principal), audience: try query.code("audience"), role: query.text("role"),
      tag: query.text("tag"), isActive: try query.flag("active"))
    if try request.wantsCSV { return table(filter).response(from: request, context: context) }
    let page = try EntryPage(query, "addressees")
    let found = try await runner.read {
      try await AddresseeStore.list(filter, after: page.last ?? 0, limit: page.limit + 1, on: $0)
    }
    return page.response("addressees", found, entry: \.entry, view: AddresseeView.json).response(
      from: request, context: context)
  }

  private func table(_ filter: AddresseeFilter) -> CSVStream {
    let runner = runner
    return CSVStream(fileName: "addressees.csv", columns: AddresseeView.columns) {
      let after = Position()
      return {
        let found = try await runner.read {
          try await AddresseeStore.list(filter, after: after.value, limit: EntryPage.largest, on: $0)
        }
        guard let last = found.last else { return nil }
        after.value = last.entry
        return found.map(AddresseeView.cells)
      }
    }
  }

  private func found(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let entry = try await entry(context, principal)
    return JSONResponse(
      AddresseeView.json(entry), headers: [.eTag: EntityTag(version: entry.version).description])
  }

  private func entry(_ context: ServiceRequestContext, _ principal: Principal) async throws -> Addressee {
    let key = try AddresseePath.read(context)
    guard let entry = try await runner.read({ try await AddresseeStore.find([key], on: $0)[key] }) else {
      throw Problem.notFound("Nobody of this key is in the book.")
    }
    guard principal.mayAct(in: entry.region) else { throw Problem.regionForbidden(entry.region) }
    return entry
  }

  /// A change of what is there says which version it changes.
  private func put(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .supervisor, .leader, .operator)
    let key = try AddresseePath.read(context)
    let form = try AddresseeForm(try await request.json(context))
    guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
    let caller = Caller(principal, context)
    let kept = try await runner.run { work in
      try await keep(form.addressee(key), contacts: form.contacts, by: caller, work: work) { before in
        guard let before else { return }
        guard principal.mayAct(in: before.region) else { throw Problem.regionForbidden(before.region) }
        try IfMatch.required(request).check(EntityTag(version: before.version))
      }
    }
    return JSONResponse(
      AddresseeView.json(kept), status: kept.version == 1 ? .created : .ok,
      headers: [.eTag: EntityTag(version: kept.version).description])
  }

  private func reached(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .supervisor, .leader)
    let entry = try await entry(context, principal)
    let caller = Caller(principal, context)
    let shown = try await runner.run { try await contacts(entry.key, by: caller, work: $0) }
    return JSONResponse(shown.json)
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .operator)
  }
}
