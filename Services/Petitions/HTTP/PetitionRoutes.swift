import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Reading petitions: lists, tables, single cases.
struct PetitionRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let rules: RuleBook
  let list: ListPetitions
  let find: FindPetition
  let export: ExportPetitions

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/petitions") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let query = try PetitionQuery(request, principal)
      if try request.wantsCSV {
        return try await table(query, principal, context).response(from: request, context: context)
      }
      let page = try await runner.read { try await list(query.filter, on: $0) }
      var object = JSONObject()
      object.set("petitions", .array(page.petitions.map { PetitionView.shown($0, to: principal) }))
      object.set("next", page.next.map(query.cursor))
      return JSONResponse(.object(object)).response(from: request, context: context)
    }
    routes.get("v1/petitions/{id}") { request, context in
      try await detail(request, context)
    }
  }

  private func detail(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
    let name = try context.parameters.require("id")
    guard let petition = try await runner.read({ try await find(name, on: $0) }) else { throw Self.missing }
    let disclosure = try PetitionView.disclosure(of: petition, to: principal)
    let tag = EntityTag(version: petition.version)
    if tag.isKnown(to: request) { return Response(status: .notModified, headers: [.eTag: tag.description]) }
    let json: JSON
    switch disclosure {
    case .whole:
      let history = try await runner.read { try await find.history(of: petition, on: $0) }
      let required = PetitionRules(try rules.rules(at: runner.now)).requiresCallBack
      json = PetitionView.detail(petition, history: history, requiresCallBack: required)
    case .sheet:
      json = PetitionView.sheet(petition)
      if petition.isSecretTransfer {
        let entry = AuditEntry.sheetRead(of: petition, by: Caller(principal, context))
        try await runner.run { $0.record(entry) }
      }
    }
    return JSONResponse(json, headers: [.eTag: tag.description]).response(from: request, context: context)
  }

  private func table(
    _ query: PetitionQuery, _ principal: Principal, _ context: ServiceRequestContext
  ) async throws -> CSVStream {
    let caller = Caller(principal, context)
    try await runner.run { export.record(query.canonical, by: caller, work: $0) }
    let (runner, walk, filter) = (runner, export, query.filter)
    return CSVStream(fileName: "petitions.csv", columns: PetitionTable.columns) {
      let pages = walk.pages(filter, runner: runner)
      return { try await pages.next()?.map { PetitionTable.row($0, to: principal) } }
    }
  }

  static let missing = Problem.notFound("There is no petition of this id or number.")

  static func id(_ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(text: try context.parameters.require("id")) else {
      throw Problem.notFound("A petition's id is a UUID.")
    }
    return id
  }
}

extension AuditEntry {
  /// A unit read the sheet of a case that it got in the secret mode.
  fileprivate static func sheetRead(of petition: Petition, by caller: Caller) -> AuditEntry {
    AuditEntry(
      actor: caller.subject, action: "petition.secret-sheet-read", subject: petition.id.lowercased,
      cause: caller.requestId)
  }
}
