import Contracts
import Hummingbird
import HummingbirdTesting
import Logging
import Pages
import ServiceKit

/// A service with two routes of an API and pages over them; its tokens say themselves whom they stand for.
struct SmallService: Sendable {
  static let contract = HTTPContract(
    title: "Notes", summary: "Notes by name.",
    parts: [
      """
      # Notes -- texts by name

      GET /v1/notes clerk auditor
      All notes.
      ? colour?: text; cursor?: text(1..256); limit?: integer(1..200)
      > 200 NotePage

      GET /v1/notes/{id} clerk auditor
      One note.
      > 200 Note tag

      POST /v1/notes/{id}/mend clerk
      Changes a note.
      once match
      < Mend
      > 200 Note tag

      type NotePage
      notes: [Note]; next?: text

      type Note
      id: text; text: text; colour: Colour; times: integer; at: instant; secretWord?: text

      type Mend
      text: text(1..20); colour: Colour; times?: integer(1..9); at?: instant; loud?: flag; words?: [text]; parts?: [Part]

      type Part
      name: text(1..20); day?: day

      type Colour = red|green
      """
    ])

  static let words: [String: PageText] = [
    "text": PageText("文字", "Text"), "Colour.red": PageText("红色", "Red"), "red": PageText("红", "The word red"),
    "colour": PageText("颜色", "Colour"),
  ]

  static let token: @Sendable (String) async throws -> Principal = { token in
    let parts = token.split(separator: ".").map(String.init)
    guard parts.count == 3, parts[0] == "good", let role = Role(rawValue: parts[2]) else {
      throw Problem.unauthenticated
    }
    return Principal(subject: parts[1], roles: [role], regions: [])
  }

  let client: any TestClientProtocol

  /// - Parameter mend: what the API answers to a change.
  static func with(
    settings: PagesConfiguration = PagesConfiguration(),
    mend: @escaping @Sendable (JSON, HTTPFields) throws -> JSON = { body, _ in body },
    _ body: @escaping @Sendable (SmallService) async throws -> Void
  ) async throws {
    let desk = try PageDesk(
      service: .petitions, links: [PageLink("/pages/notes", PageText("笔记", "Notes"), for: [.clerk])],
      templates: [
        "note": Array("<p>{{note.text}} {{word(note.colour)}} {{time(note.at)}} {{yuan(note.times)}}</p>".utf8)
      ],
      words: words, refusals: RefusalBook([]), contract: contract, settings: settings, check: token)
    let service = ServiceRouter(configuration: HTTPConfiguration(), problemPage: desk.problemPage)
    let api = service.open.group().add(middleware: Doorkeeper())
    let note: JSON = [
      "id": "one", "text": "<b>bold</b>", "colour": "red", "times": 123_456, "at": "2026-01-06T16:00:00Z",
    ]
    api.get("v1/notes") { request, context in
      try context.require(.clerk, .auditor)
      let isSecond = request.uri.queryParameters["cursor"] == "next"
      var object = JSONObject([JSONMember(name: "notes", value: [note])])
      if !isSecond { object.set("next", "next") }
      return JSONResponse(.object(object))
    }
    api.get("v1/notes/{id}") { _, context in
      try context.require(.clerk, .auditor)
      return JSONResponse(note, headers: [.eTag: "\"v1\""])
    }
    api.post("v1/notes/{id}/mend") { request, context in
      try context.require(.clerk)
      return JSONResponse(try mend(try await request.json(context), request.headers))
    }
    let pages = desk.routes(on: service.open)
    let mendNote = PageAction(
      .post, "/v1/notes/{id}/mend", PageText("改写", "Mend"), afterwards: "/pages/notes/{id}?from={text}")
    pages.actions([mendNote])
    pages.lists([
      ListPage(
        "notes", PageText("笔记", "Notes"), source: "/v1/notes", rows: "notes",
        filters: [ListFilter("colour", choices: ["red", "green"])],
        columns: [
          ListColumn("text", link: "/pages/notes/{id}"), ListColumn("colour", nil, .word),
          ListColumn("times", nil, .yuan),
          ListColumn("at", nil, .time),
        ])
    ])
    pages.get("notes/{id}") { visit in
      let note = try await visit.get("/v1/notes/" + PagePath.part(try visit.parameter("id")))
      return visit.show("note", PageText("笔记", "Note"), ["note": note.json])
    }
    let server = service.application(
      configuration: HTTPConfiguration(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await server.test(.router) { try await body(SmallService(client: $0)) }
  }

  /// - Parameter token: of whoever is signed in.
  func get(_ uri: String, token: String? = nil, method: HTTPRequest.Method = .get) async throws -> TestResponse {
    try await client.execute(uri: uri, method: method, headers: Self.headers(token))
  }

  func post(
    _ uri: String, _ form: String, token: String? = nil, more: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = Self.headers(token)
    headers[.contentType] = "application/x-www-form-urlencoded"
    for field in more { headers[field.name] = field.value }
    return try await client.execute(uri: uri, method: .post, headers: headers, body: ByteBuffer(string: form))
  }

  private static func headers(_ token: String?) -> HTTPFields {
    token.map { [.cookie: "other=1; ecoredress_session=\($0)", .acceptLanguage: "en"] } ?? [.acceptLanguage: "en"]
  }
}

/// Believes the tokens of ``SmallService`` where the API is asked.
private struct Doorkeeper: RouterMiddleware {
  typealias Context = ServiceRequestContext

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    let token = request.headers[.authorization]?.dropFirst("Bearer ".count) ?? ""
    context.principal = try? await SmallService.token(String(token))
    return try await next(request, context)
  }
}
