import Contracts
import Hummingbird
import HummingbirdTesting
import JWTKit
import Testing

@testable import ServiceKit

@Suite("HTTP")
struct HTTPTests {
  /// A domain error that knows what to say.
  private struct AlreadyClosed: ProblemConvertible {
    var problem: Problem { .conflict(code: "already-closed", detail: "The case is closed.") }
  }

  private struct Secret: Error, CustomStringConvertible {
    let description = "password=hunter2"
  }

  private let issuer: TestIssuer
  private let metrics = PrometheusRegistry()
  private let logs = LogCapture()

  init() async throws {
    issuer = try await TestIssuer()
  }

  /// A service with a route for everything that can happen.
  private func application() -> some ApplicationProtocol {
    let service = ServiceRouter(configuration: HTTPConfiguration(maximumBody: 1024), metrics: metrics)
    service.open.get("open/{id}") { _, context in
      JSONResponse(["who": .string(context.principal?.subject ?? "nobody")])
    }
    service.open.post("echo") { request, context in JSONResponse(try await request.json(context)) }
    service.open.post("field") { request, context in
      JSONResponse(.string(try JSONFields(try await request.json(context), path: "body").string("name")))
    }
    service.open.get("closed") { _, _ -> JSONResponse in throw AlreadyClosed() }
    service.open.get("broken") { _, _ -> JSONResponse in throw Secret() }
    service.open.get("busy") { _, _ -> JSONResponse in
      throw Problem.unavailable(retryAfter: .milliseconds(1500))
    }
    let staff = service.authenticated(issuer.verifier())
    staff.get("cases/{region}") { _, context in
      let region = try context.parameters.require("region")
      let principal = try context.require(.clerk, .handler, region: region)
      return JSONResponse(["who": .string(principal.subject)])
    }
    staff.get("forgotten") { _, _ in JSONResponse(["open": "no"]) }
    staff.get("books") { _, context in
      try context.require(.finance)
      return JSONResponse([:])
    }
    return service.application(configuration: HTTPConfiguration(), logger: logs.logger())
  }

  private func problem(_ response: TestResponse) throws -> JSON {
    #expect(response.headers[.contentType] == "application/problem+json")
    let json = try JSON(parsing: Array(buffer: response.body))
    #expect(json["status"] == .integer(response.status.code))
    #expect(json["requestId"]?.string == response.headers[HeaderNames.requestID])
    return json
  }

  private func get(
    _ client: any TestClientProtocol, _ uri: String, token: String? = nil
  ) async throws -> TestResponse {
    let headers: HTTPFields = token.map { [.authorization: "Bearer \($0)"] } ?? [:]
    return try await client.execute(uri: uri, method: .get, headers: headers)
  }

  @Test("A caller with the role in the region gets in, over a real connection")
  func accepted() async throws {
    let token = try await issuer.token()
    try await application().test(.live) { client in
      let response = try await get(client, "/cases/360426", token: token)
      #expect(response.status == .ok)
      #expect(String(buffer: response.body) == #"{"who":"wang.fang"}"#)
      #expect(response.headers[.contentType] == "application/json")
      #expect(response.headers[.cacheControl] == "no-store")
    }
  }

  @Test("No token, no role and another region are told apart")
  func refused() async throws {
    var noRole = TestIssuer.Claims()
    noRole.roles = nil
    let (clerk, nobody) = (try await issuer.token(), try await issuer.token(noRole))
    try await application().test(.router) { client in
      let missing = try await get(client, "/cases/360400")
      #expect(missing.status == .unauthorized)
      #expect(missing.headers[.wwwAuthenticate] == "Bearer")
      #expect(try problem(missing)["code"]?.string == "unauthenticated")

      let role = try await get(client, "/cases/360400", token: nobody)
      #expect(role.status == .forbidden)
      #expect(try problem(role)["code"]?.string == "role-missing")
      #expect(try problem(role)["detail"]?.string == "One of these roles is needed: clerk, handler.")

      let region = try await get(client, "/cases/361100", token: clerk)
      #expect(region.status == .forbidden)
      #expect(try problem(region)["code"]?.string == "region-forbidden")

      #expect(try problem(try await get(client, "/books", token: clerk))["code"]?.string == "role-missing")
    }
  }

  @Test("A bad token is refused with its reason")
  func badTokens() async throws {
    var expired = TestIssuer.Claims()
    expired.exp = 1_700_000_000
    var audience = TestIssuer.Claims()
    audience.aud = ["another"]
    let tokens = [
      "token-expired": try await issuer.token(expired), "token-audience": try await issuer.token(audience),
      "token-malformed": "nonsense",
    ]
    try await application().test(.router) { client in
      for (code, token) in tokens {
        let response = try await get(client, "/forgotten", token: token)
        #expect(response.status == .unauthorized)
        #expect(response.headers[.wwwAuthenticate] == #"Bearer error="invalid_token""#)
        #expect(try problem(response)["code"]?.string == code)
      }
      let basic = try await client.execute(uri: "/forgotten", method: .get, headers: [.authorization: "Basic YTpi"])
      #expect(try problem(basic)["code"]?.string == "token-malformed")
    }
  }

  @Test("A handler that forgets to ask for a role is not open to the world")
  func forgotten() async throws {
    let token = try await issuer.token()
    try await application().test(.router) { client in
      let nobody = try await get(client, "/forgotten")
      let somebody = try await get(client, "/forgotten", token: token)
      let open = try await get(client, "/open/1")
      #expect(nobody.status == .unauthorized && somebody.status == .ok && open.status == .ok)
    }
  }

  @Test("An unknown path is 404, a known path with another method 405 with what it knows")
  func routing() async throws {
    try await application().test(.live) { client in
      let unknown = try await get(client, "/nowhere")
      #expect(unknown.status == .notFound)
      #expect(try problem(unknown)["code"]?.string == "not-found")
      let method = try await client.execute(uri: "/open/7", method: .delete)
      #expect(method.status == .methodNotAllowed)
      #expect(method.headers[.allow] == "GET, HEAD")
      #expect(try problem(method)["code"]?.string == "method-not-allowed")
    }
  }

  @Test("An error that nobody described says nothing, and the log says everything")
  func unknown() async throws {
    let body = try await application().test(.live) { client in
      let response = try await get(client, "/broken")
      #expect(response.status == .internalServerError)
      #expect(try problem(response)["code"]?.string == "internal")
      return String(buffer: response.body)
    }
    #expect(!body.contains("hunter2"))
    #expect(logs.lines().contains { $0.contains("hunter2") && $0.contains(#""level":"error""#) })
  }

  @Test("A domain error is answered as it asks, and 503 says when to come again")
  func domain() async throws {
    try await application().test(.router) { client in
      let closed = try await get(client, "/closed")
      #expect(closed.status == .conflict)
      #expect(try problem(closed)["code"]?.string == "already-closed")
      let busy = try await get(client, "/busy")
      #expect(busy.status == .serviceUnavailable)
      #expect(busy.headers[.retryAfter] == "2")
    }
  }

  @Test("A body over the limit is refused, whether it says its length or not")
  func bodyLimit() async throws {
    let large = ByteBuffer(string: "\"" + String(repeating: "x", count: 2000) + "\"")
    let fits = ByteBuffer(string: "\"" + String(repeating: "x", count: 1000) + "\"")
    try await application().test(.live) { client in
      let accepted = try await client.execute(
        uri: "/echo", method: .post, headers: [.contentType: "application/json"], body: fits)
      #expect(accepted.status == .ok && accepted.body == fits)
      let refused = try await client.execute(
        uri: "/echo", method: .post, headers: [.contentType: "application/json"], body: large)
      #expect(refused.status == .contentTooLarge)
      #expect(try problem(refused)["code"]?.string == "body-too-large")
    }
  }

  @Test("A body in chunks is counted while it is read")
  func chunkedBody() async throws {
    func body(_ count: Int) -> AsyncThrowingStream<ByteBuffer, any Error> {
      AsyncThrowingStream { parts in
        for _ in 0..<count { parts.yield(ByteBuffer(repeating: UInt8(ascii: "x"), count: 100)) }
        parts.finish()
      }
    }
    let patience = Duration.seconds(10)
    #expect(try await Request.collect(body(10), limit: 1000, patience: patience).count == 1000)
    await #expect(throws: Problem.bodyTooLarge(limit: 1000)) {
      try await Request.collect(body(11), limit: 1000, patience: patience)
    }
    await #expect(throws: Problem.bodyTooSlow) { try await Request.collect(body(10), limit: 1000, patience: .zero) }
  }

  @Test("A body that is no JSON is 400, JSON that breaks the contract 422 with its field, another type 415")
  func bodies() async throws {
    try await application().test(.router) { client in
      func post(_ uri: String, _ body: String, type: String = "application/json; charset=utf-8") async throws
        -> TestResponse
      {
        try await client.execute(
          uri: uri, method: .post, headers: [.contentType: type], body: ByteBuffer(string: body))
      }
      let malformed = try await post("/echo", "{")
      #expect(malformed.status == .badRequest)
      #expect(try problem(malformed)["code"]?.string == "json-invalid")
      let duplicate = try await post("/echo", #"{"a":1,"a":2}"#)
      #expect(try problem(duplicate)["code"]?.string == "json-duplicate-name")
      let contract = try await post("/field", #"{"name":7}"#)
      #expect(contract.status == .unprocessableContent)
      #expect(try problem(contract)["code"]?.string == "field-type")
      #expect(try problem(contract)["field"]?.string == "body.name")
      #expect(try await post("/echo", "{}", type: "text/plain").status == .unsupportedMediaType)
      #expect(try await post("/echo", "{}", type: "application/merge-patch+json").status == .ok)
      #expect(try await post("/echo", "").status == .badRequest)
    }
  }

  @Test("A harmless request id is kept, any other replaced; a trace is continued")
  func identity() async throws {
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    try await application().test(.router) { client in
      let kept = try await client.execute(
        uri: "/open/1", method: .get,
        headers: [HeaderNames.requestID: "abc-1.2_3", HeaderNames.traceParent: "00-\(trace)-00f067aa0ba902b7-01"])
      #expect(kept.headers[HeaderNames.requestID] == "abc-1.2_3")
      let span = try #require(kept.headers[HeaderNames.traceParent].flatMap { TraceParent($0) })
      #expect(span.traceID == trace && span.parentID != "00f067aa0ba902b7" && span.flags == 1)

      for id in ["", "a b", "<script>", String(repeating: "x", count: 65)] {
        let replaced = try await client.execute(uri: "/open/1", method: .get, headers: [HeaderNames.requestID: id])
        #expect(replaced.headers[HeaderNames.requestID]?.utf8.count == 32)
      }
      let fresh = try await client.execute(uri: "/open/1", method: .get, headers: [HeaderNames.traceParent: "nonsense"])
      #expect(fresh.headers[HeaderNames.traceParent].flatMap { TraceParent($0) } != nil)
    }
  }

  @Test("Requests are counted by route template, never by what was asked for")
  func counted() async throws {
    try await application().test(.router) { client in
      for number in 0..<20 { _ = try await get(client, "/open/\(number)") }
      for number in 0..<20 { _ = try await get(client, "/secret-path-\(number)") }
      _ = try await client.execute(uri: "/open/1", method: .init("BREW") ?? .get)
    }
    let exposition = try Exposition(metrics.text())
    #expect(exposition.value("http_requests_total", ["route": "/open/{id}", "method": "GET", "status": "200"]) == 20)
    #expect(exposition.value("http_requests_total", ["route": "(none)", "method": "GET", "status": "404"]) == 20)
    #expect(exposition.value("http_requests_total", ["route": "(none)", "method": "OTHER", "status": "405"]) == 1)
    #expect(
      exposition.value("http_request_duration_seconds_count", ["route": "/open/{id}", "method": "GET"]) == 20)
    #expect(exposition.value("http_requests_active") == 0)
  }

  @Test("The access log names the route, not the person asked about")
  func accessLog() async throws {
    try await application().test(.router) { client in
      _ = try await get(client, "/open/13800138000?name=wang")
    }
    let lines = logs.lines()
    #expect(lines.contains { $0.contains(#""route":"/open/{id}""#) && $0.contains(#""status":"200""#) })
    #expect(!lines.contains { $0.contains("13800138000") || $0.contains("wang") })
  }
}
