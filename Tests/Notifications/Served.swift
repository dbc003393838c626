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

/// The service's routes on a real HTTP server; callers stand in a header, where production has verified tokens.
enum Served {
  struct Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: JSON
  }

  /// Calls a route.
  struct Call: Sendable {
    let address: String

    /// - Parameter caller: `subject role region`, with commas between roles; nobody, when that is empty.
    func callAsFunction(
      _ method: HTTPMethod, _ path: String, _ caller: String, _ json: JSON?, headers: [String: String] = [:]
    ) async throws -> Answer {
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
      return Answer(
        status: Int(response.status.code), headers: response.headers,
        // A table comes as the text that it is.
        body: bytes.isEmpty
          ? .null : (try? JSON(parsing: bytes)) ?? .string(String(decoding: bytes, as: UTF8.self)))
    }
  }

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
          subject: words[0],
          roles: Set(words[1].split(separator: ",").compactMap { Role(rawValue: String($0)) }),
          regions: Set([words[2]].compactMap(RegionScope.init)))
      }
      return try await next(request, context)
    }
  }

  static func with(_ office: Office, _ body: (Call) async throws -> Void) async throws {
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
    try await body(Call(address: "http://127.0.0.1:\(port.value ?? 0)/"))
  }
}
