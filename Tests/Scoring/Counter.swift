import Contracts
import Hummingbird
import HummingbirdTesting
import Logging
import ServiceKit
import Support
import Testing

@testable import Scoring

/// The desk's HTTP: the real routes with everything around them; who calls is said by the test instead of a token.
struct Counter: Sendable {
  /// Who calls.
  struct Person: Sendable {
    let name: String
    let roles: String
    let regions: String

    init(_ name: String, _ roles: String = "clerk,handler,supervisor,leader", regions: String = "610000") {
      self.name = name
      self.roles = roles
      self.regions = regions
    }

    /// As a browser keeps it.
    var token: String { "\(name)~\(roles.replacing(",", with: "+"))~\(regions)" }

    static func principal(_ token: some StringProtocol, separator: Character = "~", list: Character = "+") -> Principal?
    {
      let parts = token.split(separator: separator)
      guard parts.count == 3 else { return nil }
      return Principal(
        subject: String(parts[0]),
        roles: Set(parts[1].split(separator: list).compactMap { Role(rawValue: String($0)) }),
        regions: Set(parts[2].split(separator: ",").compactMap { RegionScope(String($0)) }))
    }
  }

  struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
    var json: JSON { (try? JSON(parsing: Array(text.utf8), limits: JSONLimits(maximumBytes: 1 << 24))) ?? .null }
    var code: String? { json["code"]?.string }
    var tag: String { headers[.eTag] ?? "" }
  }

  private let client: any TestClientProtocol
  /// What the service says that it answers: every answer of every test is held against it.
  private static let contract = Result { try APIContract(try OpenAPIDocument(Application.http).json().bytes) }

  static func with(_ desk: Desk, _ body: @escaping @Sendable (Counter) async throws -> Void) async throws {
    let service = ServiceRouter(
      configuration: HTTPConfiguration(trustedProxies: 1), problemPage: desk.application.problemPage)
    desk.application.register(on: service.open.group().add(middleware: Introduction()), open: service.open)
    let server = service.application(
      configuration: HTTPConfiguration(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await server.test(.router) { client in try await body(Counter(client: client)) }
  }

  func send(
    _ method: HTTPRequest.Method, _ uri: String, as person: Person?, _ body: JSON? = nil,
    headers: [String: String] = [:]
  ) async throws -> Answer {
    var fields: HTTPFields = [:]
    if let person { fields[Introduction.name] = "\(person.name);\(person.roles);\(person.regions)" }
    if body != nil { fields[.contentType] = "application/json" }
    for (name, value) in headers { if let name = HTTPFields.Element.Name(name) { fields[name] = value } }
    let response = try await client.execute(
      uri: uri, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0.bytes) })
    try Self.check(method, uri, response)
    return Answer(
      status: response.status.code, headers: response.headers, text: String(buffer: response.body))
  }

  private static func check(_ method: HTTPRequest.Method, _ uri: String, _ response: TestResponse) throws {
    // Pages are for people; the contract is of the API.
    guard !uri.hasPrefix("/pages") else { return }
    let faults = try contract.get().faults(
      method.rawValue, uri, status: response.status.code, mediaType: response.headers[.contentType],
      isTagged: response.headers[.eTag] != nil, body: Array(buffer: response.body))
    for fault in faults { Issue.record("\(fault)") }
  }

  func get(_ uri: String, as person: Person?, headers: [String: String] = [:]) async throws -> Answer {
    try await send(.get, uri, as: person, headers: headers)
  }

  func post(
    _ uri: String, _ body: JSON, as person: Person?, headers: [String: String] = [:]
  ) async throws -> Answer {
    try await send(.post, uri, as: person, body, headers: headers)
  }

  /// A page, in the browser of who is signed in.
  func page(_ uri: String, as person: Person) async throws -> Answer {
    try await send(.get, uri, as: nil, headers: ["Cookie": "ecoredress_session=\(person.token)"])
  }

  /// A form, as browsers send it.
  func form(_ uri: String, _ form: String, as person: Person) async throws -> Answer {
    let headers: HTTPFields = [
      .contentType: "application/x-www-form-urlencoded", .cookie: "ecoredress_session=\(person.token)",
    ]
    let response = try await client.execute(
      uri: uri, method: .post, headers: headers, body: ByteBuffer(string: form))
    return Answer(
      status: response.status.code, headers: response.headers, text: String(buffer: response.body))
  }

  /// In place of a verified token.
  private struct Introduction: RouterMiddleware {
    typealias Context = ServiceRequestContext
    static let name = HTTPFields.Element.Name("X-Test-Person") ?? .userAgent

    @concurrent
    func handle(
      _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      let introduced = request.headers[Self.name].flatMap { Person.principal($0, separator: ";", list: ",") }
      let token = request.headers[.authorization]?.dropFirst("Bearer ".count)
      guard let principal = introduced ?? token.flatMap({ Person.principal($0) }) else { throw Problem.unauthenticated }
      var context = context
      context.principal = principal
      return try await next(request, context)
    }
  }
}
