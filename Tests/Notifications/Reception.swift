import AsyncHTTPClient
import Contracts
import FoundationEssentials
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import ServiceKit
import Support

@testable import Notifications

/// The service's HTTP side on a free loopback port, with callers that are believed as they say who they are.
enum Reception {
  struct Answer: Sendable {
    let status: Int
    let headers: [String: String]
    let body: JSON
  }

  /// One request. The caller is `subject role region`; the empty text is nobody.
  typealias Call = (
    _ method: HTTPMethod, _ path: String, _ caller: String, _ json: JSON?, _ headers: [String: String]
  ) async throws -> Answer

  /// Takes the caller from headers, where production has a verified token.
  private struct Pretence: RouterMiddleware {
    typealias Context = ServiceRequestContext

    @concurrent
    func handle(
      _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      var context = context
      let words =
        request.headers[HTTPFields.Element.Name("x-caller") ?? .accept]?.split(separator: " ").map(String.init) ?? []
      if words.count == 3 {
        context.principal = Principal(
          subject: words[0], roles: Set([words[1]].compactMap(Role.init(rawValue:))),
          regions: Set([words[2]].compactMap(RegionScope.init)))
      }
      return try await next(request, context)
    }
  }

  static func serve(
    _ office: Office,
    _ body: (_ call: (_ method: HTTPMethod, _ path: String, _ caller: String, _ json: JSON?) async throws -> Answer)
      async throws -> Void
  ) async throws {
    try await serveWithHeaders(office) { call in
      try await body { method, path, caller, json in try await call(method, path, caller, json, [:]) }
    }
  }

  static func serveWithHeaders(_ office: Office, _ body: (_ call: @escaping Call) async throws -> Void) async throws {
    let router = ServiceRouter(configuration: HTTPConfiguration())
    office.application.register(on: router.open.add(middleware: Pretence()), open: router.open)
    let port = Remembered<Int?>(nil)
    let server = router.application(
      configuration: HTTPConfiguration(host: "127.0.0.1", port: 0),
      logger: Logger(label: "server") { _ in SwiftLogNoOpLogHandler() }
    ) { number in port.change { $0 = number } }
    let running = Task { try await server.runService() }
    defer { running.cancel() }
    _ = try await eventually { port.value != nil }
    let address = "http://127.0.0.1:\(port.value ?? 0)/"
    try await body { method, path, caller, json, headers in
      var request = HTTPClientRequest(url: address + path)
      request.method = method
      request.headers.add(name: "x-caller", value: caller)
      for (name, value) in headers { request.headers.add(name: name, value: value) }
      if let json {
        request.headers.add(name: "content-type", value: "application/json")
        request.body = .bytes(ByteBuffer(bytes: json.bytes))
      }
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
      let bytes = Array(buffer: try await response.body.collect(upTo: 1 << 20))
      try Described.check(method, "/" + path, response, bytes)
      let got = Dictionary(
        response.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
      return Answer(
        status: Int(response.status.code), headers: got, body: bytes.isEmpty ? .null : try JSON(parsing: bytes))
    }
  }
}
