public import Hummingbird
import Logging

/// A collector of traces: a real HTTP server on a free loopback port that takes OTLP in JSON and answers as told.
public struct TraceCollector: Sendable {
  /// What it says instead of 200 to one request.
  public struct Answer: Sendable {
    public var status: Int
    public var headers: [String: String]
    public var body: String

    public init(_ status: Int, headers: [String: String] = [:], body: String = "{}") {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  public let port: Int
  /// For the next requests, in order.
  public let answers: Remembered<[Answer]>
  /// What was wrong with requests.
  public let faults: Remembered<[String]>
  /// The headers of every request, in order.
  public let headers: Remembered<[HTTPFields]>
  private let taken: Remembered<[CollectedSpan]>

  /// What exporters are told.
  public var endpoint: String { "http://127.0.0.1:\(port)" }

  /// The spans of requests that were answered with 200, in the order they came.
  public var spans: [CollectedSpan] { taken.value }

  /// Runs a server as long as the body.
  public static func with<Value: Sendable>(_ body: (TraceCollector) async throws -> Value) async throws -> Value {
    let port = Remembered<Int?>(nil)
    let answers = Remembered<[Answer]>([])
    let faults = Remembered<[String]>([])
    let headers = Remembered<[HTTPFields]>([])
    let taken = Remembered<[CollectedSpan]>([])
    let router = Router()
    router.post("v1/traces") { request, _ in
      let bytes = try await request.body.collect(upTo: 1 << 24)
      headers.change { $0.append(request.headers) }
      let answer = answers.value.first ?? Answer(200)
      answers.change { $0 = Array($0.dropFirst()) }
      do {
        guard request.headers[.contentType] == "application/json" else {
          throw CollectedSpan.Malformed(description: "content-type")
        }
        let spans = try CollectedSpan.read(Array(buffer: bytes))
        if answer.status == 200 { taken.change { $0 += spans } }
      } catch {
        faults.change { $0.append("\(error)") }
      }
      var fields: HTTPFields = [.contentType: "application/json"]
      for (name, value) in answer.headers {
        if let name = HTTPFields.Element.Name(name) { fields[name] = value }
      }
      return Response(
        status: .init(code: answer.status), headers: fields, body: .init(byteBuffer: ByteBuffer(string: answer.body)))
    }
    let server = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        let number = channel.localAddress?.port
        port.change { $0 = number }
      }, logger: Logger(label: "collector") { _ in SwiftLogNoOpLogHandler() })
    let running = Task { try await server.runService() }
    defer { running.cancel() }
    _ = try await eventually { port.value != nil }
    return try await body(
      TraceCollector(port: port.value ?? 0, answers: answers, faults: faults, headers: headers, taken: taken))
  }
}
