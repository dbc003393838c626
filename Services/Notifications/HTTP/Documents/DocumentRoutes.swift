import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Legal documents: staff see those of their regions, everybody else those that are addressed to them.
struct DocumentRoutes: Sendable {
  let runner: UnitOfWorkRunner

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/documents") { request, context in try await list(request, context) }
    routes.get("v1/documents/{id}") { _, context in JSONResponse(Self.json(try await line(context))) }
    routes.get("v1/documents/{id}/print") { _, context in
      TextAnswer.html(try await text(context, html: true))
    }
    routes.get("v1/documents/{id}/text") { _, context in
      TextAnswer.plain(try await text(context, html: false))
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let query = try QueryReader(request, allowing: ["region", "code", "subject", "number", "cursor", "limit"])
    let isStaff = Self.isStaff(principal)
    let filter = DocumentFilter(
      regions: isStaff ? try query.regions(for: principal) : [], addressee: isStaff ? nil : principal.subject,
      code: query.text("code"), subject: query.text("subject"), number: query.text("number"))
    let page = try EntryPage(query, "documents")
    let found = try await runner.read {
      try await DocumentStore.list(filter, before: page.last ?? .max, limit: page.limit + 1, on: $0)
    }
    return page.response("documents", found, entry: \.entry, view: Self.json)
  }

  private func line(_ context: ServiceRequestContext) async throws -> DocumentStore.Line {
    let principal = try Self.reader(context)
    let id = try PathID.read(context)
    guard let line = try await runner.read({ try await DocumentStore.find(id, on: $0) }),
      Self.isStaff(principal) || line.addressee == principal.subject
    else { throw Problem.notFound("There is no document of this id.") }
    guard !Self.isStaff(principal) || principal.mayAct(in: line.region) else {
      throw Problem.regionForbidden(line.region)
    }
    return line
  }

  private func text(_ context: ServiceRequestContext, html: Bool) async throws -> String {
    let id = try await line(context).id
    return try await runner.read { try await DocumentStore.text(id, html: html, on: $0) } ?? ""
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .enterprise, .agency)
  }

  private static func isStaff(_ principal: Principal) -> Bool {
    principal.has(.clerk, .handler, .supervisor, .leader, .auditor)
  }

  private static func json(_ line: DocumentStore.Line) -> JSON {
    var object = JSONObject()
    object.set("id", line.id)
    object.set("entry", line.entry)
    object.set("code", line.code)
    object.set("number", line.number)
    object.set("subject", line.subject)
    object.set("region", line.region)
    object.set("audience", line.audience)
    object.set("addressee", line.addressee)
    object.set("language", line.language)
    object.set("issuer", line.issuer)
    object.set("title", line.title)
    object.set("sha256", line.sha256)
    object.set("rulePacks", line.edition)
    object.set("issuedAt", line.issuedAt)
    object.set("print", "/v1/documents/\(line.id.lowercased)/print")
    object.set("text", "/v1/documents/\(line.id.lowercased)/text")
    return .object(object)
  }
}
