import ArgumentParser
import Contracts
import Hummingbird
import HummingbirdTesting
import Testing

@testable import ServiceKit

@Suite("Health")
struct HealthTests {
  private let metrics = PrometheusRegistry()
  private let registry: HealthRegistry

  init() {
    registry = HealthRegistry(metrics: metrics)
  }

  private func application() -> some ApplicationProtocol {
    let service = ServiceRouter(configuration: HTTPConfiguration(), metrics: metrics)
    HealthRoutes(registry: registry, metrics: metrics).register(on: service.open)
    return service.application(configuration: HTTPConfiguration(), logger: quiet)
  }

  private func ready(_ client: any TestClientProtocol) async throws -> (status: Int, body: String) {
    let response = try await client.execute(uri: "/readyz", method: .get)
    return (response.status.code, String(buffer: response.body))
  }

  @Test("Ready when every required component is; degraded is still ready; down is not")
  func readiness() async throws {
    let database = registry.register("database", .required)
    let broker = registry.register("broker", .optional, initially: .ok)
    try await application().test(.live) { client in
      #expect(
        try await ready(client) == (
          503,
          #"{"status":"down","components":{"broker":{"status":"ok"},"database":{"status":"down","reason":"not started"}}}"#
        ))
      database.report(.ok)
      #expect(try await ready(client).status == 200)
      broker.report(.down(reason: "no broker answers"))
      let degraded = try await ready(client)
      #expect(degraded.status == 200)
      #expect(degraded.body.contains(#""status":"degraded""#) && degraded.body.contains("no broker answers"))
      database.report(.degraded(reason: "pool exhausted"))
      #expect(try await ready(client).status == 200)
      database.report(.down(reason: "connection refused"))
      #expect(try await ready(client).status == 503)
    }
    #expect(try Exposition(metrics.text()).value("component_healthy", ["component": "database"]) == 0)
  }

  @Test("A report says whether anything changed")
  func changes() {
    let reporter = registry.register("relay", .optional)
    #expect(reporter.report(.ok))
    #expect(!reporter.report(.ok))
    #expect(reporter.report(.degraded(reason: "a")))
    #expect(reporter.report(.degraded(reason: "b")))
  }

  @Test("Alive says nothing about others, and metrics are served in their format")
  func others() async throws {
    registry.register("database", .required)
    try await application().test(.live) { client in
      let alive = try await client.execute(uri: "/healthz", method: .get)
      #expect(alive.status == .ok && String(buffer: alive.body) == #"{"status":"alive"}"#)
      let response = try await client.execute(uri: "/metrics", method: .get)
      #expect(response.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
      let exposition = try Exposition(String(buffer: response.body))
      #expect(exposition.value("http_requests_total", ["route": "/healthz", "method": "GET", "status": "200"]) == 1)
    }
  }

  @Test("The health check of a container asks the service and tells its reason")
  func healthcheck() async throws {
    let database = registry.register("database", .required)
    database.report(.ok)
    try await application().test(.live) { client in
      let port = try #require(client.port)
      let command = try HealthcheckCommand<TestService>.parse([])
      #expect(try await command.check(HTTPConfiguration(host: "localhost", port: port)) == "ok")
      database.report(.down(reason: "connection refused"))
      await #expect(throws: CommandFailure(.negative, "not ready: database: connection refused")) {
        try await command.check(HTTPConfiguration(host: "localhost", port: port))
      }
    }
  }

  @Test("A service that does not answer is not healthy")
  func silence() async throws {
    let command = try HealthcheckCommand<TestService>.parse(["--timeout", "1"])
    await #expect(throws: CommandFailure.self) {
      try await command.check(HTTPConfiguration(host: "127.0.0.1", port: 1))
    }
  }
}
