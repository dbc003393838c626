import Crypto
import FoundationEssentials
import Hummingbird
import Logging
import Support

/// An agency's endpoint: a real HTTP server on a free loopback port, which keeps what it gets and answers as told.
struct Receiver: Sendable {
  struct Request: Sendable {
    let path: String
    let headers: [String: String]
    let body: [UInt8]
    let at: ContinuousClock.Instant
    /// Which event it is, as the tests number them.
    let event: String

    /// The same request, forged.
    func with(headers: [String: String]? = nil, body: [UInt8]? = nil) -> Request {
      Request(path: path, headers: headers ?? self.headers, body: body ?? self.body, at: at, event: event)
    }

    /// Whether one of the signatures is right, computed here from the specification and not by the code under test.
    func isSigned(with secret: String) -> Bool {
      guard let key = Data(base64Encoded: String(secret.dropFirst("whsec_".count))), let id = headers["webhook-id"],
        let time = headers["webhook-timestamp"]
      else { return false }
      let signed = Array("\(id).\(time).".utf8) + body
      let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
      let signatures = headers["webhook-signature"]?.split(separator: " ").map(String.init) ?? []
      return signatures.contains("v1," + Data(code).base64EncodedString())
    }
  }

  struct Answer: Sendable {
    var status = 204
    var headers: [String: String] = [:]
    var after = Duration.zero
    /// No answer as long as this holds.
    var `while`: (@Sendable () -> Bool)?
  }

  typealias Behaviour = @Sendable (_ request: Request, _ before: Int) -> Answer

  let port: Int
  /// What it answers when it is asked whether it wants events; nil is 404.
  let permission: Remembered<[String: String]?>
  /// What it was asked with.
  let asked: Remembered<[String: String]>
  private let seen: Remembered<[Request]>

  func url(_ path: String = "/hook", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

  /// What came, in order; of one path when given.
  func requests(_ path: String? = nil) -> [Request] { seen.value.filter { path == nil || $0.path == path } }

  /// Runs a server as long as the body; `before` in a behaviour is how many requests of that webhook-id came earlier.
  static func with<Value: Sendable>(
    _ behaviour: @escaping Behaviour = { _, _ in Answer() }, _ body: (Receiver) async throws -> Value
  ) async throws -> Value {
    let seen = Remembered<[Request]>([])
    let port = Remembered<Int?>(nil)
    let asked = Remembered<[String: String]>([:])
    let permission = Remembered<[String: String]?>(["WebHook-Allowed-Origin": "*"])
    let router = Router()
    router.post("**") { request, _ in
      let bytes = try await request.body.collect(upTo: 1 << 20)
      let got = Self.read(request, Array(buffer: bytes))
      let before = seen.value.filter { $0.headers["webhook-id"] == got.headers["webhook-id"] }.count
      seen.change { $0.append(got) }
      let answer = behaviour(got, before)
      if answer.after > .zero { try await Task.sleep(for: answer.after) }
      while answer.while?() ?? false { try await Task.sleep(for: .milliseconds(20)) }
      var headers = HTTPFields()
      for (name, value) in answer.headers {
        if let name = HTTPFields.Element.Name(name) { headers[name] = value }
      }
      return Response(status: .init(code: answer.status), headers: headers)
    }
    router.on("**", method: .options) { request, _ in
      var got: [String: String] = [:]
      for field in request.headers { got[field.name.canonicalName] = field.value }
      asked.change { [got] in $0 = got }
      guard let allowed = permission.value else { return Response(status: .notFound) }
      var headers = HTTPFields()
      for (name, value) in allowed {
        if let name = HTTPFields.Element.Name(name) { headers[name] = value }
      }
      return Response(status: .ok, headers: headers)
    }
    let server = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        let number = channel.localAddress?.port
        port.change { $0 = number }
      }, logger: Logger(label: "receiver") { _ in SwiftLogNoOpLogHandler() })
    let running = Task { try await server.runService() }
    defer { running.cancel() }
    _ = try await eventually { port.value != nil }
    return try await body(Receiver(port: port.value ?? 0, permission: permission, asked: asked, seen: seen))
  }

  private static func read(_ request: HummingbirdRequest, _ body: [UInt8]) -> Request {
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    headers["host"] = request.head.authority
    let text = String(decoding: body, as: UTF8.self)
    let event = text.firstRange(of: #""number":""#).map { text[$0.upperBound...].prefix { $0 != "\"" } }.map(
      String.init)
    return Request(path: request.uri.path, headers: headers, body: body, at: .now, event: event ?? "")
  }
}

private typealias HummingbirdRequest = Hummingbird.Request
