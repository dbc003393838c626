import Contracts
import Hummingbird
import HummingbirdTesting
import Logging
import ServiceKit
import Support
import Testing

@testable import Petitions

/// The desk's HTTP: the real routes with everything around them; who calls is said by the test instead of a token.
struct Counter: Sendable {
  /// Who calls.
  struct Person: Sendable {
    let name: String
    let roles: String
    let regions: String

    init(_ name: String, _ roles: String = "clerk,handler,supervisor,leader", regions: String = "360400") {
      self.name = name
      self.roles = roles
      self.regions = regions
    }

    /// What the session of a browser keeps for this person.
    var token: String {
      [name, roles.replacing(",", with: "+"), regions.replacing(",", with: "+")].joined(separator: "~")
    }

    init?(token: String) {
      let parts = token.split(separator: "~").map { $0.replacing("+", with: ",") }
      guard parts.count == 3 else { return nil }
      self.init(String(parts[0]), String(parts[1]), regions: String(parts[2]))
    }

    var principal: Principal {
      Principal(
        subject: name, roles: Set(roles.split(separator: ",").compactMap { Role(rawValue: String($0)) }),
        regions: Set(regions.split(separator: ",").compactMap { RegionScope(String($0)) }))
    }
  }

  struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
    var json: JSON { (try? JSON(parsing: Array(text.utf8), limits: .storedFile)) ?? .null }
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

  /// A page, as a browser of this person asks for it.
  func page(_ uri: String, _ person: Person) async throws -> Answer {
    try await get(uri, as: nil, headers: ["Cookie": "ecoredress_session=\(person.token)"])
  }

  /// A form, as browsers and 311 clients send it; nobody is introduced but whoever is signed in.
  func form(_ uri: String, _ form: String, from address: String? = nil, by person: Person? = nil) async throws -> Answer
  {
    var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    if let person { headers[.cookie] = "ecoredress_session=\(person.token)" }
    if let address, let name = HTTPFields.Element.Name("X-Forwarded-For") { headers[name] = address }
    let response = try await client.execute(
      uri: uri, method: .post, headers: headers, body: ByteBuffer(string: form))
    try Self.check(.post, uri, response)
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

  /// In place of a verified token.
  private struct Introduction: RouterMiddleware {
    typealias Context = ServiceRequestContext
    static let name = HTTPFields.Element.Name("X-Test-Person") ?? .userAgent

    /// Introduced by the test, or by a page that asks for whoever is signed in.
    private static func person(_ request: Request) -> Person? {
      if let parts = request.headers[name]?.split(separator: ";"), parts.count == 3 {
        return Person(String(parts[0]), String(parts[1]), regions: String(parts[2]))
      }
      return request.headers[.authorization].flatMap { Person(token: String($0.dropFirst("Bearer ".count))) }
    }

    @concurrent
    func handle(
      _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      guard let person = Self.person(request) else { throw Problem.unauthenticated }
      var context = context
      context.principal = person.principal
      return try await next(request, context)
    }
  }
}
