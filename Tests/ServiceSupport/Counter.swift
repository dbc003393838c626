public import Contracts
public import Hummingbird
internal import HummingbirdTesting
internal import Logging
public import ServiceKit
public import Support

/// A service's HTTP: the real routes with everything around them. Who calls is said by the test instead of a token, and every
/// answer is held against what the service says that it answers.
public struct Counter: Sendable {
  private let client: any TestClientProtocol
  private let contract: APIContract
  private let report: @Sendable (String) -> Void

  /// - Parameters:
  ///   - contract: of the service.
  ///   - report: is told of every answer that is not as described.
  public static func with(
    _ application: some HostedService, contract: APIContract, report: @escaping @Sendable (String) -> Void,
    _ body: @escaping @Sendable (Counter) async throws -> Void
  ) async throws {
    let service = ServiceRouter(
      configuration: HTTPConfiguration(trustedProxies: 1), problemPage: application.problemPage)
    application.register(on: service.open.group().add(middleware: Introduction()), open: service.open)
    let server = service.application(
      configuration: HTTPConfiguration(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await server.test(.router) { client in
      try await body(Counter(client: client, contract: contract, report: report))
    }
  }

  /// - Parameter person: nil for nobody.
  public func send(
    _ method: HTTPRequest.Method, _ uri: String, as person: Person?, _ body: JSON? = nil,
    headers: [String: String] = [:]
  ) async throws -> CounterAnswer {
    var fields: HTTPFields = [:]
    if let person { fields[.authorization] = "Bearer \(person.token)" }
    if body != nil { fields[.contentType] = "application/json" }
    for (name, value) in headers { if let name = HTTPFields.Element.Name(name) { fields[name] = value } }
    return try await send(method, uri, fields, body.map { ByteBuffer(bytes: $0.bytes) })
  }

  public func get(_ uri: String, as person: Person?, headers: [String: String] = [:]) async throws -> CounterAnswer {
    try await send(.get, uri, as: person, headers: headers)
  }

  public func post(
    _ uri: String, _ body: JSON, as person: Person?, headers: [String: String] = [:]
  ) async throws -> CounterAnswer {
    try await send(.post, uri, as: person, body, headers: headers)
  }

  /// A page, in the browser of who is signed in.
  public func page(_ uri: String, as person: Person) async throws -> CounterAnswer {
    try await send(.get, uri, [.cookie: "ecoredress_session=\(person.token)"], nil)
  }

  /// A form, as browsers and 311 clients send it.
  /// - Parameters:
  ///   - address: which the request comes from, through a proxy.
  ///   - person: who is signed in; nil for nobody.
  public func form(
    _ uri: String, _ form: String, from address: String? = nil, as person: Person? = nil
  ) async throws -> CounterAnswer {
    var fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    if let person { fields[.cookie] = "ecoredress_session=\(person.token)" }
    if let address, let name = HTTPFields.Element.Name("X-Forwarded-For") { fields[name] = address }
    return try await send(.post, uri, fields, ByteBuffer(string: form))
  }

  private func send(
    _ method: HTTPRequest.Method, _ uri: String, _ fields: HTTPFields, _ body: ByteBuffer?
  ) async throws -> CounterAnswer {
    let response = try await client.execute(uri: uri, method: method, headers: fields, body: body)
    // Pages are for people; the contract is of the API.
    if !uri.hasPrefix("/pages") {
      contract.faults(
        method.rawValue, uri, status: response.status.code, mediaType: response.headers[.contentType],
        isTagged: response.headers[.eTag] != nil, body: Array(buffer: response.body)
      ).forEach { report("\($0)") }
    }
    return CounterAnswer(
      status: response.status.code, headers: response.headers, text: String(buffer: response.body))
  }
}
