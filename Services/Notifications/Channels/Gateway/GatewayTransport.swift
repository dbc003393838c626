import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOSSL
import ServiceKit

/// One HTTP exchange with a gateway, within a time limit and a size limit, and without following anywhere else.
struct GatewayTransport: Sendable {
  private let client: HTTPClient

  /// - Throws: when a certificate cannot be read.
  init(trustedFile: String?, timeout: Duration) throws {
    var tls = TLSConfiguration.makeClientConfiguration()
    if let trustedFile { tls.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(trustedFile))] }
    var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
    configuration.timeout.connect = Self.amount(timeout)
    configuration.httpVersion = .http1Only
    // When to try again is the message's own matter.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// - Throws: `ChannelError` with a word that says what failed.
  func exchange(
    _ call: GatewayDescription.Call, _ values: [String: String], timeout: Duration
  ) async throws(ChannelError) -> GatewayAnswer {
    var request = HTTPClientRequest(url: GatewayTemplate.fill(call.url, values, encoding: .form))
    request.method = HTTPMethod(rawValue: call.method)
    for (name, value) in call.headers.sorted(by: { $0.key < $1.key }) {
      // A value ends at a line break: what is filled in cannot begin a header of its own.
      let filled = GatewayTemplate.fill(value, values, encoding: .json)
      request.headers.add(name: name, value: filled)
    }
    if let body = call.body {
      if !request.headers.contains(name: "content-type") {
        request.headers.add(name: "content-type", value: call.encoding.mediaType)
      }
      request.body = .bytes(ByteBuffer(string: GatewayTemplate.fill(body, values, encoding: call.encoding)))
    }
    do {
      return try await within(timeout, request)
    } catch {
      throw ChannelError(Self.word(error))
    }
  }

  /// The whole exchange, its body too: what trickles must not hold the place.
  private func within(_ limit: Duration, _ request: HTTPClientRequest) async throws -> GatewayAnswer {
    try await withThrowingTaskGroup(of: GatewayAnswer?.self) { group in
      group.addTask { [client] in
        let response = try await client.execute(request, timeout: Self.amount(limit))
        let bytes = try await response.body.collect(upTo: GatewayAnswer.largest)
        let asked = response.headers.first(name: "retry-after").flatMap { RetryAfter.wait($0, now: Date()) }
        return GatewayAnswer(status: Int(response.status.code), retryAfter: asked, bytes: Array(buffer: bytes))
      }
      group.addTask {
        try await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      guard let answer = try await group.next() ?? nil else { throw HTTPClientError.deadlineExceeded }
      return answer
    }
  }

  private static func amount(_ duration: Duration) -> TimeAmount {
    let (seconds, attoseconds) = duration.components
    return .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }

  private static func word(_ error: any Error) -> String {
    switch error {
    case is NIOTooManyBytesError: "gateway-answer-too-large"
    case let error as HTTPClientError where error == .connectTimeout || error == .deadlineExceeded: "gateway-timeout"
    case let error as HTTPClientError where error == .remoteConnectionClosed: "gateway-closed"
    case let error as HTTPClientError where error == .tlsHandshakeTimeout: "gateway-tls"
    case let error as HTTPParserError where error == .invalidEOFState: "gateway-closed"
    default: String(describing: type(of: error)).contains("SSL") ? "gateway-tls" : "gateway-no-connection"
    }
  }
}

extension GatewayEncoding {
  var mediaType: String {
    switch self {
    case .json: "application/json"
    case .form: "application/x-www-form-urlencoded"
    case .xml: "application/xml; charset=utf-8"
    }
  }
}
