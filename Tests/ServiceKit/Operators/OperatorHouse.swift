import Contracts
import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Kafka
import NIOCore
import Postgres
import Sealing
import Support
import Testing

@testable import Messaging
@testable import Pages
@testable import ServiceKit

/// A service with nothing but what every service tells its operators: over tables of its own, with real tokens and the pages.
struct OperatorHouse: Sendable {
  static let topic = "ecoredress.petitions"

  struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
    var json: JSON { (try? JSON(parsing: Array(text.utf8))) ?? .null }
    var code: String? { json["code"]?.string }
  }

  /// What the test puts in.
  struct Inside: Sendable {
    let pool: PostgresPool
    let runner: UnitOfWorkRunner
    let health = HealthRegistry(metrics: PrometheusRegistry())
    let lag = LagBoard()
    let counts = Remembered(MessageCounts(taken: [:], published: 0))
    /// Whether the handler fails.
    let poison = Remembered(false)
  }

  let inside: Inside
  let issuer: TestIssuer
  /// `METHOD /path` of all that can be asked.
  let routes: [String]
  private let client: any TestClientProtocol
  private let contract: APIContract

  /// - Parameter hasKey: whether the key that dead letters are sealed for is with the service.
  static func with(
    hasKey: Bool = true, services: [(name: String, address: String)] = [],
    _ body: @escaping @Sendable (OperatorHouse) async throws -> Void
  ) async throws {
    try await TestSchema.with("scoring", MessagingMigrations.all + ServiceKitMigrations.all) { schema in
      let pool = PostgresPool(configuration: schema.configuration, logger: quiet)
      let issuer = try await TestIssuer()
      let verifier = issuer.verifier()
      let key = SealingPrivateKey.generate(id: "test")
      let work = UnitOfWorkContext(
        source: .scoring, shards: OutboxShards(count: 2), sealer: try Sealer(recipients: [key.recipient()]),
        clock: SystemClock())
      let signal = RelaySignal()
      let inside = Inside(pool: pool, runner: UnitOfWorkRunner(pool: pool, context: work, signal: signal))
      let poison = inside.poison
      let subscription = Subscription(
        topic: topic, types: ["ecoredress.probe.sent.v1"],
        handle: { _, _ in if poison.value { throw Problem.internal } })
      let letters = DeadLetters(
        pool: pool, context: work, subscriptions: [subscription], opener: Opener(keys: hasKey ? [key] : []),
        signal: signal)
      let common = HTTPContract(title: "", summary: "", parts: [])
      let desk = try PageDesk(
        service: .scoring, links: [], templates: [:], words: [:], refusals: RefusalBook([]), contract: common,
        settings: PagesConfiguration(services: services), check: { try await verifier.verify($0) })
      let router = ServiceRouter(
        configuration: HTTPConfiguration(), metrics: PrometheusRegistry(), problemPage: desk.problemPage)
      routes(inside, letters).register(on: router.authenticated(verifier))
      _ = desk.routes(on: router.open)
      let contract = try APIContract(try OpenAPIDocument(common).json().bytes)
      let routes = router.descriptions
      try await router.application(configuration: HTTPConfiguration(), logger: quiet).test(.router) { client in
        try await body(
          OperatorHouse(inside: inside, issuer: issuer, routes: routes, client: client, contract: contract))
      }
      await pool.shutdown()
    }
  }

  private static func routes(_ inside: Inside, _ letters: DeadLetters) -> OperatorRoutes {
    let backlog = BacklogReader(pool: inside.pool, consumer: nil)
    let counts = inside.counts
    return OperatorRoutes(
      clock: ClockRoutes(clock: nil, now: SystemClock(), backlog: backlog),
      status: OperatorStatusReader(
        service: "scoring", version: "1.2.3", started: Date(timeIntervalSince1970: 1_767_225_600), prefix: .standard,
        topics: [topic], health: inside.health, backlog: backlog, lag: inside.lag, runner: inside.runner,
        counts: { counts.value }), letters: letters)
  }

  /// Keeps messages back: one for each key, with its state.
  func keep(_ kept: [(key: String, state: DeadLetterState)]) async throws {
    try await inside.runner.run { work in
      for (offset, letter) in kept.enumerated() {
        work.hold(
          KafkaMessage(
            topic: Self.topic, partition: 0, offset: Int64(offset), timestamp: Date(), key: Array(letter.key.utf8),
            value: Array(#"{"name":"王先生 13800000000"}"#.utf8),
            headers: [
              KafkaHeader("ce_specversion", text: "1.0"), KafkaHeader("ce_id", text: "\(letter.key)-\(offset)"),
              KafkaHeader("ce_source", text: "/test"), KafkaHeader("ce_type", text: "ecoredress.probe.sent.v1"),
              KafkaHeader("content-type", text: "application/json"),
            ]), orderingKey: letter.key, state: letter.state, code: "handler-failed", message: "because")
      }
    }
  }

  func audit() async throws -> [String] {
    try await inside.pool.query("select actor, action, cause from audit order by id", as: (String, String, String).self)
      .map { "\($0.0) \($0.1) \($0.2)" }
  }

  func token(_ roles: String...) async throws -> String {
    var claims = TestIssuer.Claims()
    claims.roles = roles
    return try await issuer.token(claims)
  }

  /// Asks the API; every answer is held against its description.
  func send(_ method: HTTPRequest.Method, _ uri: String, as role: String, _ body: JSON? = nil) async throws -> Answer {
    var headers: HTTPFields = [.authorization: "Bearer \(try await token(role))"]
    if body != nil { headers[.contentType] = "application/json" }
    let response = try await client.execute(
      uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0.bytes) })
    let faults = contract.faults(
      method.rawValue, uri, status: response.status.code, mediaType: response.headers[.contentType],
      isTagged: response.headers[.eTag] != nil, body: Array(buffer: response.body))
    for fault in faults { Issue.record("\(fault)") }
    return Answer(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
  }

  /// Looks at a page, or sends one of its forms.
  func page(
    _ uri: String, as role: String?, language: String = "zh-CN", form: String? = nil
  ) async throws -> Answer {
    var headers: HTTPFields = [.acceptLanguage: language]
    var body: ByteBuffer?
    if let role {
      let token = try await token(role)
      headers[.cookie] = "ecoredress_session=\(token)"
      if let form {
        headers[.contentType] = "application/x-www-form-urlencoded"
        body = ByteBuffer(string: form.isEmpty ? form : form + "&_seal=\(PageSession(token: token).seal)")
      }
    }
    let response = try await client.execute(
      uri: uri, method: form == nil ? .get : .post, headers: headers, body: body)
    return Answer(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
  }
}
