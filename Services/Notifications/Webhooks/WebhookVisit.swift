import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// A visit to one endpoint: several requests, one after the other, over a connection to one address that was looked at
/// before. Not shared between tasks.
struct WebhookVisit: Sendable {
  private let client: HTTPClient
  private let url: WebhookURL
  private let secret: WebhookSecret
  private let timeout: Duration

  /// - Parameter address: where to connect; the name in the URL is still what the certificate must hold.
  init(_ url: WebhookURL, at address: String, secret: WebhookSecret, timeout: Duration) {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = .seconds(5)
    configuration.decompression = .disabled
    if url.literal == nil {
      // The client looks the name up as Foundation writes it, lower case or not.
      configuration.dnsOverride = [url.host: address]
      if let written = URL(string: url.text)?.host() { configuration.dnsOverride[written] = address }
    }
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    self.url = url
    self.secret = secret
    self.timeout = timeout
  }

  /// Ends the visit; connections are closed.
  func end() async {
    try? await client.shutdown()
  }

  /// Posts one event in structured JSON with the headers of Standard Webhooks.
  func post(_ request: WebhookRequest, now: Date = Date()) async throws(CancellationError) -> WebhookVerdict {
    let timestamp = Int64(now.timeIntervalSince1970)
    var message = HTTPClientRequest(url: url.text)
    message.method = .POST
    message.headers.add(name: "content-type", value: "application/cloudevents+json; charset=utf-8")
    message.headers.add(name: "user-agent", value: "EcoRedress-Webhooks/1")
    message.headers.add(name: "webhook-id", value: request.id)
    message.headers.add(name: "webhook-timestamp", value: String(timestamp))
    message.headers.add(
      name: "webhook-signature", value: secret.signature(id: request.id, timestamp: timestamp, body: request.body))
    message.body = .bytes(ByteBuffer(bytes: request.body))
    do {
      return try await exchange(message)
    } catch {
      // Cut off by the end of this process: no fault of the endpoint.
      if Task.isCancelled { throw CancellationError() }
      return .unanswered(WebhookVisit.word(error), failures: request.failures)
    }
  }

  private func exchange(_ message: HTTPClientRequest) async throws -> WebhookVerdict {
    let (seconds, attoseconds) = timeout.components
    let limit = TimeAmount.nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    let response = try await client.execute(message, timeout: limit)
    let asked = response.headers.first(name: "retry-after").flatMap { RetryAfter.wait($0, now: Date()) }
    let verdict = WebhookVerdict(status: Int(response.status.code), retryAfter: asked)
    // Read on so that the connection can serve again; what an endpoint says beyond that is nobody's business.
    let length = response.headers.first(name: "content-length").flatMap { Int($0) }
    if response.status == .noContent || length.map({ $0 <= 16_384 }) ?? false { await drain(response.body) }
    return verdict
  }

  /// Reads a short body for a second at most: one that trickles must not hold the place.
  private func drain(_ body: HTTPClientResponse.Body) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { _ = try? await body.collect(upTo: 16_384) }
      group.addTask { try? await Task.sleep(for: .seconds(1)) }
      await group.next()
      group.cancelAll()
    }
  }

  /// A word for the statistics.
  private static func word(_ error: any Error) -> String {
    switch error {
    case let error as HTTPClientError where error == .connectTimeout: "connect-timeout"
    case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout: "timeout"
    case let error as HTTPClientError where error == .remoteConnectionClosed: "connection-closed"
    case let error as HTTPClientError where error == .tlsHandshakeTimeout: "tls"
    default: String(describing: type(of: error)).contains("SSL") ? "tls" : "no-connection"
    }
  }
}
