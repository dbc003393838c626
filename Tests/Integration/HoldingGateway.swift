import Contracts
import FoundationEssentials
import Hummingbird
import Logging
import Support

/// A gateway for short messages that can be told to keep its callers waiting.
struct HoldingGateway: Sendable {
  struct Call: Sendable {
    let id: String
    let to: String
    let text: String
  }

  let port: Int
  private let seen: Remembered<[Call]>
  private let holds: Remembered<Bool>

  var calls: [Call] { seen.value }
  func letGo() { holds.change { $0 = false } }

  /// How to reach it, as configuration says it.
  var description: String {
    """
    {"url":"http://127.0.0.1:\(port)/send","headers":{"x-message":"{{id}}"},
    "body":"{\\"to\\":\\"{{address}}\\",\\"text\\":\\"{{text}}\\"}","timeoutSeconds":20,
    "success":{"field":"code","equals":["ok"]},"receipt":"receipt"}
    """
  }

  /// - Parameter refuses: calls that are refused, in words that quote what nobody may keep.
  static func with<Value: Sendable>(
    refuses: @escaping @Sendable (_ before: Int) -> Bool, _ body: (HoldingGateway) async throws -> Value
  ) async throws -> Value {
    let (seen, holds, port) = (Remembered<[Call]>([]), Remembered(true), Remembered<Int?>(nil))
    let router = Router()
    router.post("send") { request, _ in
      let bytes = Array(buffer: try await request.body.collect(upTo: 1 << 16))
      let json = try JSON(parsing: bytes)
      let id = HTTPFields.Element.Name("x-message").flatMap { request.headers[$0] } ?? ""
      let call = Call(id: id, to: json["to"]?.string ?? "", text: json["text"]?.string ?? "")
      let before = seen.value.count
      seen.change { $0.append(call) }
      while holds.value { try await Task.sleep(for: .milliseconds(20)) }
      let answer =
        refuses(before) ? #"{"code":"\#(call.to)","error":"\#(call.to)"}"# : #"{"code":"ok","receipt":"R-\#(before)"}"#
      return Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: answer)))
    }
    let server = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        let number = channel.localAddress?.port
        port.change { $0 = number }
      }, logger: Logger(label: "gateway") { _ in SwiftLogNoOpLogHandler() })
    let running = Task { try await server.runService() }
    defer { running.cancel() }
    _ = try await eventually { port.value != nil }
    return try await body(HoldingGateway(port: port.value ?? 0, seen: seen, holds: holds))
  }
}
