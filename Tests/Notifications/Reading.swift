import AsyncHTTPClient
import Contracts
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import ServiceKit
import Support

@testable import Notifications

/// The pages on a real HTTP server, read with the cookie of whoever is signed in. A token is `subject~role~region`.
struct Reading: Sendable {
  struct Page: Sendable {
    let status: Int
    let location: String?
    let text: String

    /// What a hidden field of its form holds.
    func hidden(_ name: String) -> String {
      guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return "" }
      return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
  }

  private struct Pretence: RouterMiddleware {
    typealias Context = ServiceRequestContext

    @concurrent
    func handle(
      _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      var context = context
      context.principal = try request.headers[.authorization].map { try principal(String($0.dropFirst(7))) }
      return try await next(request, context)
    }
  }

  private let address: String
  private let client: HTTPClient

  /// - Throws: for what is no such token.
  static func principal(_ token: String) throws -> Principal {
    let words = token.split(separator: "~").map(String.init)
    guard words.count == 3, let role = Role(rawValue: words[1]) else { throw Problem.unauthenticated }
    return Principal(subject: words[0], roles: [role], regions: Set([words[2]].compactMap(RegionScope.init)))
  }

  static func with(_ office: Office, _ body: (Reading) async throws -> Void) async throws {
    let router = ServiceRouter(configuration: HTTPConfiguration(), problemPage: office.application.problemPage)
    office.application.register(on: router.open.add(middleware: Pretence()), open: router.open.group())
    let port = Remembered<Int?>(nil)
    let server = router.application(
      configuration: HTTPConfiguration(host: "127.0.0.1", port: 0),
      logger: Logger(label: "server") { _ in SwiftLogNoOpLogHandler() }
    ) { number in port.change { $0 = number } }
    let running = Task { try await server.runService() }
    defer { running.cancel() }
    _ = try await eventually { port.value != nil }
    // Where a page leads to is looked at, not followed.
    let client = HTTPClient(configuration: HTTPClient.Configuration(redirectConfiguration: .disallow))
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(Reading(address: "http://127.0.0.1:\(port.value ?? 0)", client: client)))
    } catch {
      result = .failure(error)
    }
    try await client.shutdown()
    try result.get()
  }

  func get(_ path: String, _ token: String, language: String = "zh-CN") async throws -> Page {
    var request = HTTPClientRequest(url: address + path)
    request.headers.add(name: "accept-language", value: language)
    return try await read(request, token)
  }

  /// Sends a form.
  func post(_ path: String, _ token: String, _ fields: [String: String]) async throws -> Page {
    var request = HTTPClientRequest(url: address + path)
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
    let pairs = fields.map { "\(Self.encoded($0))=\(Self.encoded($1))" }
    request.body = .bytes(ByteBuffer(string: pairs.joined(separator: "&")))
    return try await read(request, token)
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  private func read(_ request: HTTPClientRequest, _ token: String) async throws -> Page {
    var request = request
    request.headers.add(name: "cookie", value: "ecoredress_session=\(token)")
    let response = try await client.execute(request, timeout: .seconds(30))
    let bytes = try await response.body.collect(upTo: 1 << 22)
    return Page(
      status: Int(response.status.code), location: response.headers.first(name: "location"),
      text: String(buffer: bytes))
  }
}
