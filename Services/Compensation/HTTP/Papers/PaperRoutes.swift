import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Papers of a case, drawn up from the city's templates, over HTTP.
struct PaperRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let cases: CaseStore
  let draw: DrawUpPaper

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/cases/{id}/papers/{kind}") { request, context in try await paper(request, context) }
  }

  private func paper(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try CaseRoutes.reader(context)
    let id = try CaseRoutes.id(context)
    let kind = try context.parameters.require("kind")
    let query = try QueryReader(request, allowing: ["format"])
    let now = runner.now
    let paper: CasePaper = try await runner.read { connection in
      guard let compensation = try await cases.find(id, on: connection) else { throw CaseRoutes.missing }
      guard principal.mayAct(in: compensation.region) else { throw Problem.regionForbidden(compensation.region) }
      return try await draw(kind, for: compensation, at: now, on: connection)
    }
    switch query.text("format") {
    case nil, "json": return JSONResponse(Self.json(paper)).response(from: request, context: context)
    case "text": return Self.page(paper.text, "text/plain; charset=utf-8")
    case "html": return Self.page(PaperPage.html(paper), "text/html; charset=utf-8")
    default: throw QueryReader.invalid("format", "json, text or html")
    }
  }

  private static func page(_ text: String, _ type: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type, .cacheControl: "no-store",
        .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private static func json(_ paper: CasePaper) -> JSON {
    var object = JSONObject()
    object.set("kind", paper.kind)
    object.set("title", paper.title)
    object.set("text", paper.text)
    object.set("sha256", PrepareSuitPapers.sha256(paper.text))
    object.set("pack", paper.pack)
    object.set("packVersion", paper.packVersion)
    object.set("packSha256", paper.packHash)
    return .object(object)
  }
}
