import Contracts
import FoundationEssentials
import NIOCore
import NIOPosix
import Support

/// A gateway that fails in every way: the path says how. It speaks HTTP by hand, since a proper server would not do half
/// of this.
final class HostileGateway: Sendable {
  struct Request: Sendable {
    let method: String
    let path: String
    let headers: [String: String]
    let body: [UInt8]
  }

  private let seen = Remembered<[Request]>([])
  private let token = Remembered(1)
  private let channel: any NIOCore.Channel

  /// A port where nobody listens.
  static var nobody: Int { FreePort.next() }

  var address: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }
  var requests: [Request] { seen.value }

  /// The token handed out last is good no more.
  func revoke() { token.change { $0 += 1 } }

  static func with<Value>(_ body: (HostileGateway) async throws -> Value) async throws -> Value {
    let gateway = try await HostileGateway()
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(gateway))
    } catch {
      result = .failure(error)
    }
    try await gateway.channel.close()
    return try result.get()
  }

  private init() async throws {
    let (seen, token) = (seen, token)
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Handler(seen: seen, token: token))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let seen: Remembered<[Request]>
    private let token: Remembered<Int>
    private var bytes: [UInt8] = []

    init(seen: Remembered<[Request]>, token: Remembered<Int>) {
      self.seen = seen
      self.token = token
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      bytes += unwrapInboundIn(data).readableBytesView
      guard let request = HostileGateway.parse(bytes) else { return }
      bytes = []
      seen.change { $0.append(request) }
      answer(request, context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ request: Request, _ context: ChannelHandlerContext) {
      let good = #"{"code":0,"data":[{"msgid":"M-77"}]}"#
      switch request.path.prefix(while: { $0 != "?" }) {
      case "/good": write(context, 200, good)
      case "/500": write(context, 500, good)
      case "/429": write(context, 429, "", "Retry-After: 77\r\n")
      case "/400": write(context, 400, good)
      case "/redirect": write(context, 302, "", "Location: /redirected\r\n")
      case "/hang": break
      case "/trickle": trickle(context)
      case "/half-close":
        send(context, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        context.close(mode: .output, promise: nil)
      case "/huge": write(context, 200, String(repeating: "x", count: 200_000))
      case "/garbage": send(context, "SSH-2.0-dropbear\r\n\r\n", closes: true)
      case "/code": write(context, 200, #"{"code":1009}"#)
      case "/quotes": write(context, 200, #"{"code":"to 13800138000 was refused"}"#)
      case "/no-json": write(context, 200, "<ok/>")
      case "/token": write(context, 200, #"{"access_token":"t\#(token.value)","expires_in":7200}"#)
      case "/with-token":
        write(context, 200, request.path.hasSuffix("=t\(token.value)") ? good : #"{"code":40001}"#)
      default: write(context, 404, "")
      }
    }

    private func write(_ context: ChannelHandlerContext, _ status: Int, _ body: String, _ headers: String = "") {
      send(context, "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
    }

    private func send(_ context: ChannelHandlerContext, _ text: String, closes: Bool = false) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
      if closes { context.close(promise: nil) }
    }

    /// A byte now and then, for longer than anybody waits.
    private func trickle(_ context: ChannelHandlerContext) {
      send(context, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
      let channel = context.channel
      for number in 1...100 {
        context.eventLoop.scheduleTask(in: .milliseconds(200 * Int64(number))) {
          channel.writeAndFlush(ByteBuffer(string: " "), promise: nil)
        }
      }
    }
  }

  /// A request once it is whole.
  private static func parse(_ bytes: [UInt8]) -> Request? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
    let lines = text[..<end.lowerBound].split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
    }
    let body = Array(text[end.upperBound...].utf8)
    guard body.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
    return Request(method: String(words[0]), path: String(words[1]), headers: headers, body: body)
  }
}
