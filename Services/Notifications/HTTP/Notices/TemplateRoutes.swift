import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The rules about messages in force: who is told what, the templates, how a message would look, whether a draft is right.
struct TemplateRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let books: NoticeBooks
  let preview: PreviewMessage
  let attempt: TryRules

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/notice-rules") { _, context in
      try Self.reader(context)
      return JSONResponse(NoticeBookView.json(books.current))
    }
    routes.get("v1/message-templates/{code}") { _, context in
      try Self.reader(context)
      let code = try context.parameters.require("code")
      guard let templates = books.current.templates[code] else { throw NoticeError.noTemplate(code) }
      return JSONResponse(NoticeBookView.json(code, templates, sample: TemplateSample.words(code, of: books.current)))
    }
    routes.post("v1/message-templates/{code}/preview") { request, context in try await show(request, context) }
    routes.post("v1/notice-rules/check") { request, context in try await check(request, context) }
  }

  private func show(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    try Self.reader(context)
    let fields = try JSONFields(try await request.json(context), path: "body")
    guard let words = fields.value("words")?.object else { throw fields.violation(.fieldMissing, "words") }
    let message = try preview(
      try context.parameters.require("code"), words: words, name: try fields.optionalText("name", limit: 256),
      language: try fields.optionalCode("language") ?? .chinese, channel: try fields.optionalCode("channel") ?? .inbox)
    var object = JSONObject()
    object.set("language", code: message.language)
    object.set("title", message.title)
    object.set("text", message.text)
    return JSONResponse(.object(object))
  }

  private func check(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    try Self.reader(context)
    let fields = try JSONFields(try await request.json(context), path: "body")
    let pack = try fields.text("pack", limit: 1 << 20)
    let problems = attempt(pack, today: ShanghaiTime.day(of: runner.now))
    guard problems.isEmpty else { throw NoticeError.rules(problems) }
    var object = JSONObject()
    object.set("problems", [String]())
    return JSONResponse(.object(object))
  }

  @discardableResult
  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .operator)
  }
}
