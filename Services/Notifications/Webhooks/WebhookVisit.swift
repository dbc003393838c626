import AsyncHTTPClient
import Contracts
import FoundationEssentials
import NIOCore
import NIOHTTP1
import ServiceKit

/// A visit to one endpoint: requests over connections to one address that was looked at before.
struct WebhookVisit: Sendable {
  /// The most bytes of an answer that are read; what an endpoint says beyond that is nobody's business.
  private static let answerLimit = 16_384

  private let connections: WebhookConnections
  private let client: HTTPClient
  private let route: WebhookConnections.Route
  private let url: WebhookURL
  private let signer: WebhookSigner
  private let origin: String
  private let timeout: Duration

  /// - Parameters:
  ///   - address: where to connect; the name in the URL is still what the certificate must hold.
  ///   - origin: the name under which endpoints know us.
  init(
    _ url: WebhookURL, at address: String, over connections: WebhookConnections, signer: WebhookSigner, origin: String,
    timeout: Duration
  ) {
    self.connections = connections
    (client, route) = connections.borrow(url, at: address)
    self.url = url
    self.signer = signer
    self.origin = origin
    self.timeout = timeout
  }

  /// Ends the visit; its connections may serve the next.
  func end() { connections.giveBack(route) }

  /// Posts one event with the headers of Standard Webhooks.
  /// - Parameters:
  ///   - event: in structured JSON.
  ///   - mode: how the agency wants it.
  ///   - failures: how many attempts in a row the endpoint has failed before.
  ///   - trace: the span of this attempt, for the agency's own traces.
  /// - Throws: when this process ends meanwhile: no fault of the endpoint.
  func post(
    id: String, event: [UInt8], mode: ContentMode, failures: Int, trace: TraceParent? = nil, now: Date = Date()
  ) async throws(CancellationError) -> WebhookVerdict {
    guard let content = try? WebhookContent(event: event, mode: mode) else {
      return .unsendable(failure: "event-unreadable")
    }
    let timestamp = Int64(now.timeIntervalSince1970)
    guard let signature = try? signer.header(id: id, timestamp: timestamp, body: content.body) else {
      return .unanswered("secret-unreadable", failures: failures)
    }
    var message = request(.POST)
    for (name, value) in content.headers { message.headers.add(name: name, value: value) }
    message.headers.add(name: "webhook-id", value: id)
    message.headers.add(name: "webhook-timestamp", value: String(timestamp))
    message.headers.add(name: "webhook-signature", value: signature)
    if let trace { message.headers.add(name: "traceparent", value: trace.description) }
    message.body = .bytes(ByteBuffer(bytes: content.body))
    do {
      let response = try await exchange(message)
      let asked = response.headers.first(name: "retry-after").flatMap { RetryAfter.wait($0, now: Date()) }
      return WebhookVerdict(status: Int(response.status.code), retryAfter: asked)
    } catch {
      if Task.isCancelled { throw CancellationError() }
      return .unanswered(Self.word(error), failures: failures)
    }
  }

  /// Asks whether the endpoint wants our events (CloudEvents HTTP webhook 1.0, §4).
  /// - Parameter perMinute: the pace the agency wishes for.
  func shakeHands(perMinute: Int?) async -> Handshake {
    var message = request(.OPTIONS)
    if let perMinute { message.headers.add(name: "webhook-request-rate", value: String(perMinute)) }
    do {
      let response = try await exchange(message)
      return Handshake(
        status: Int(response.status.code), allowedOrigin: response.headers.first(name: "webhook-allowed-origin"),
        allowedRate: response.headers.first(name: "webhook-allowed-rate"), origin: origin)
    } catch {
      return .refused("it did not answer OPTIONS (\(Self.word(error)))")
    }
  }

  private func request(_ method: HTTPMethod) -> HTTPClientRequest {
    var message = HTTPClientRequest(url: url.text)
    message.method = method
    message.headers.add(name: "user-agent", value: "EcoRedress-Webhooks/1")
    message.headers.add(name: "webhook-request-origin", value: origin)
    return message
  }

  private func exchange(_ message: HTTPClientRequest) async throws -> HTTPClientResponse {
    let (seconds, attoseconds) = timeout.components
    let limit = TimeAmount.nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    let response = try await client.execute(message, timeout: limit)
    // Read a short answer on, so that the connection can serve again; a long one ends the connection.
    let length = response.headers.first(name: "content-length").flatMap { Int($0) }
    if response.status == .noContent || length.map({ $0 <= Self.answerLimit }) ?? false { await drain(response.body) }
    return response
  }

  /// Reads a short body for a second at most: one that trickles must not hold the place.
  private func drain(_ body: HTTPClientResponse.Body) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { _ = try? await body.collect(upTo: Self.answerLimit) }
      group.addTask { try? await Task.sleep(for: .seconds(1)) }
      await group.next()
      group.cancelAll()
    }
  }

  /// A word for the statistics.
  private static func word(_ error: any Error) -> String {
    switch error {
    case let error as HTTPClientError where error == .connectTimeout: return "connect-timeout"
    case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout: return "timeout"
    case let error as HTTPClientError where error == .remoteConnectionClosed: return "connection-closed"
    case let error as HTTPClientError where error == .tlsHandshakeTimeout: return "tls"
    case is HTTPParserError: return "malformed-answer"
    default: return String(describing: type(of: error)).contains("SSL") ? "tls" : "no-connection"
    }
  }
}
