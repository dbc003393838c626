import AsyncHTTPClient
import Contracts
import NIOCore
import NIOHTTP1

/// One question to a provider of OpenID Connect, within a time limit and a size limit, and without being led elsewhere.
enum ProviderTransport {
  private static let patience = Duration.seconds(5)
  private static let largest = 256 << 10

  /// One for the whole process: it opens nothing before the first question.
  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout.connect = .seconds(3)
    configuration.httpVersion = .http1Only
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  static func get(_ address: String) async throws(SignInFault) -> JSON {
    let (status, json) = try await ask(HTTPClientRequest(url: address))
    guard status == 200, let json else { throw .unreadable("status \(status)") }
    return json
  }

  /// Sends a form.
  /// - Parameter authorization: the header of that name.
  static func post(
    _ address: String, _ form: [(String, String?)], authorization: String?
  ) async throws(SignInFault) -> (status: Int, json: JSON?) {
    var request = HTTPClientRequest(url: address)
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
    if let authorization { request.headers.add(name: "authorization", value: authorization) }
    request.body = .bytes(ByteBuffer(string: String(PagePath.query(form).dropFirst())))
    return try await ask(request)
  }

  private static func ask(_ request: HTTPClientRequest) async throws(SignInFault) -> (status: Int, json: JSON?) {
    var request = request
    request.headers.add(name: "accept", value: "application/json")
    do {
      return try await within(request)
    } catch {
      // What the client says may hold the address and what was sent; its kind is enough.
      throw .unreachable("\(type(of: error))")
    }
  }

  /// The whole exchange, its body too: what trickles must not hold the page.
  private static func within(_ request: HTTPClientRequest) async throws -> (status: Int, json: JSON?) {
    try await withThrowingTaskGroup(of: (Int, JSON?)?.self) { group in
      group.addTask { [request] in
        let response = try await client.execute(request, timeout: .seconds(patience.components.seconds))
        let bytes = try await response.body.collect(upTo: largest)
        return (Int(response.status.code), try? JSON(parsing: Array(bytes.readableBytesView)))
      }
      group.addTask {
        try await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      guard let answer = try await group.next() ?? nil else { throw HTTPClientError.deadlineExceeded }
      return answer
    }
  }
}
