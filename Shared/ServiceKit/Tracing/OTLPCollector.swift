import AsyncHTTPClient
import Contracts
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// A collector that takes spans by OTLP over HTTP.
struct OTLPCollector: Sendable {
  /// What it says to a batch.
  enum Answer: Sendable {
    /// Taken, but for so many spans that it did not want.
    case taken(refused: Int)
    /// Not now: it is away or busy.
    /// - `asked`: how long it asked to be left alone.
    case later(asked: Duration?, reason: String)
    /// Never: sending the same again helps nobody.
    case refused(reason: String)
  }

  private static let timeout = TimeAmount.seconds(10)
  private static let answerLimit = 65_536

  private let url: String
  private let headers: [String: String]
  private let client: HTTPClient

  /// - Parameters:
  ///   - endpoint: the base of the address; `/v1/traces` is added to its path.
  ///   - headers: sent with each request, such as a key.
  init(endpoint: String, headers: [String: String]) {
    url = Self.traces(of: endpoint)
    self.headers = headers
    // Where a redirect leads is nobody whom the headers were given for.
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout.connect = .seconds(5)
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// The address for traces below a base address, as the specification of the exporter has it.
  static func traces(of endpoint: String) -> String {
    endpoint + (endpoint.hasSuffix("/") ? "v1/traces" : "/v1/traces")
  }

  /// Posts one batch.
  func post(_ body: [UInt8]) async -> Answer {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "content-type", value: OTLPTraces.mediaType)
    request.headers.add(name: "user-agent", value: "EcoRedress-OTLP/1")
    for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
    request.body = .bytes(ByteBuffer(bytes: body))
    do {
      let response = try await client.execute(request, timeout: Self.timeout)
      let answer = try await response.body.collect(upTo: Self.answerLimit)
      let asked = response.headers.first(name: "retry-after").flatMap { RetryAfter.wait($0, now: Date()) }
      switch response.status.code {
      case 200..<300: return .taken(refused: Self.refused(Array(buffer: answer)))
      case 429, 502, 503, 504: return .later(asked: asked, reason: "status \(response.status.code)")
      default: return .refused(reason: "status \(response.status.code)")
      }
    } catch {
      return .later(asked: nil, reason: String(describing: error))
    }
  }

  func close() async {
    try? await client.shutdown()
  }

  /// How many spans an answer says were not taken (`partialSuccess`); what is no such answer says none.
  static func refused(_ answer: [UInt8]) -> Int {
    guard let rejected = (try? JSON(parsing: answer))?["partialSuccess"]?["rejectedSpans"] else { return 0 }
    return max(0, rejected.integer.map(Int.init) ?? rejected.string.flatMap { Int($0) } ?? 0)
  }
}
