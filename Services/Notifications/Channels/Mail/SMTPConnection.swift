import FoundationEssentials
import NIOCore
import NIOPosix
import NIOSSL

/// One conversation with the mail server: greeted, encrypted, signed in, then message after message.
struct SMTPConnection: Sendable {
  private let channel: any NIOCore.Channel
  private let ending: SMTPEnding
  /// By when everything asked for must be done.
  var deadline: ContinuousClock.Instant

  var isOpen: Bool { channel.isActive }

  /// Connects, encrypts and signs in.
  static func open(
    _ server: SMTPServer, context: NIOSSLContext, deadline: ContinuousClock.Instant
  ) async throws(SMTPFailure) -> SMTPConnection {
    let ending = SMTPEnding()
    let connection = SMTPConnection(
      channel: try await connect(server, context, deadline, ending), ending: ending, deadline: deadline)
    do throws(SMTPFailure) {
      guard try await connection.ask("").isPositive else { throw .closed }
      try await connection.greet(server, context)
      return connection
    } catch {
      connection.close()
      throw error
    }
  }

  private init(channel: any NIOCore.Channel, ending: SMTPEnding, deadline: ContinuousClock.Instant) {
    self.channel = channel
    self.ending = ending
    self.deadline = deadline
  }

  private static func connect(
    _ server: SMTPServer, _ context: NIOSSLContext, _ deadline: ContinuousClock.Instant, _ ending: SMTPEnding
  ) async throws(SMTPFailure) -> any NIOCore.Channel {
    let name = SMTPConnection.serverName(server)
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(amount(ContinuousClock.now.duration(to: deadline)))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if server.security == .tls {
            try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: context, serverHostname: name))
          }
          try channel.pipeline.syncOperations.addHandler(SMTPReplyHandler(ending: ending))
        }
      }
    do {
      return try await bootstrap.connect(host: server.host, port: server.port).get()
    } catch {
      if case .connectTimeout = error as? NIOCore.ChannelError { throw .timeout }
      throw .noConnection
    }
  }

  /// The name a certificate must be for; a literal address has none.
  private static func serverName(_ server: SMTPServer) -> String? {
    InternetAddress(server.host) == nil ? server.host : nil
  }

  private func greet(_ server: SMTPServer, _ context: NIOSSLContext) async throws(SMTPFailure) {
    var offers = try await hello(server)
    if server.security == .startTLS {
      guard offers.contains("STARTTLS") else { throw .noStartTLS }
      guard try await ask("STARTTLS").code == 220 else { throw .noStartTLS }
      try await encrypt(context, SMTPConnection.serverName(server))
      // What was offered in the open is forgotten (RFC 3207 §4.2).
      offers = try await hello(server)
    }
    if let user = server.user { try await signIn(user, server.password ?? "", offers) }
  }

  /// What the server offers, in capital letters.
  private func hello(_ server: SMTPServer) async throws(SMTPFailure) -> [String] {
    let reply = try await ask("EHLO \(server.from.domain)")
    guard reply.code == 250 else { throw .malformed }
    return reply.lines.dropFirst().map { $0.uppercased() }
  }

  private func encrypt(_ context: NIOSSLContext, _ name: String?) async throws(SMTPFailure) {
    let channel = channel
    do {
      try await channel.eventLoop.submit {
        let pipeline = channel.pipeline.syncOperations
        guard try pipeline.handler(type: SMTPReplyHandler.self).isClean else { throw SMTPFailure.malformed }
        try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: name), position: .first)
      }.get()
    } catch {
      throw error as? SMTPFailure ?? ending.reason ?? .tls
    }
  }

  private func signIn(_ user: String, _ password: String, _ offers: [String]) async throws(SMTPFailure) {
    let ways = offers.first { $0.hasPrefix("AUTH ") }?.split(separator: " ").dropFirst() ?? []
    let reply: SMTPReply
    if ways.contains("PLAIN") {
      reply = try await ask("AUTH PLAIN \(Self.base64("\0\(user)\0\(password)"))")
    } else if ways.contains("LOGIN") {
      guard try await ask("AUTH LOGIN").code == 334 else { throw .notSignedIn(0) }
      guard try await ask(Self.base64(user)).code == 334 else { throw .notSignedIn(0) }
      reply = try await ask(Self.base64(password))
    } else {
      throw .notSignedIn(0)
    }
    guard reply.code == 235 else { throw .notSignedIn(reply.code) }
  }

  private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  /// Sends a line and waits for its answer; an empty one waits for the greeting.
  func ask(_ line: String) async throws(SMTPFailure) -> SMTPReply {
    try await exchange(line.isEmpty ? ByteBuffer() : ByteBuffer(string: line + "\r\n"))
  }

  /// Sends a message behind `DATA`, with the dots that its lines need (RFC 5321 §4.5.2), and waits for the answer.
  func data(_ message: [UInt8]) async throws(SMTPFailure) -> SMTPReply {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(message.count + 64)
    var isStart = true
    for byte in message {
      if isStart, byte == UInt8(ascii: ".") { bytes.append(byte) }
      bytes.append(byte)
      isStart = byte == UInt8(ascii: "\n")
    }
    return try await exchange(ByteBuffer(bytes: bytes + Array(".\r\n".utf8)))
  }

  private func exchange(_ bytes: ByteBuffer) async throws(SMTPFailure) -> SMTPReply {
    let channel = channel
    let promise = channel.eventLoop.makePromise(of: SMTPReply.self)
    let timer = channel.eventLoop.scheduleTask(in: Self.amount(ContinuousClock.now.duration(to: deadline))) {
      promise.fail(SMTPFailure.timeout)
      channel.close(promise: nil)
    }
    // What ended it between two questions, a certificate that is not trusted, is known though nobody waited for it.
    channel.writeAndFlush(SMTPCommand(bytes: bytes, reply: promise)).whenFailure { [ending] _ in
      promise.fail(ending.reason ?? .closed)
    }
    defer { timer.cancel() }
    do {
      return try await promise.futureResult.get()
    } catch {
      throw error as? SMTPFailure ?? .closed
    }
  }

  /// Ends it without waiting: the server is told, and need not answer.
  func close() {
    let channel = channel
    let promise = channel.eventLoop.makePromise(of: SMTPReply.self)
    promise.futureResult.whenComplete { _ in channel.close(promise: nil) }
    channel.writeAndFlush(SMTPCommand(bytes: ByteBuffer(string: "QUIT\r\n"), reply: promise)).whenFailure { _ in
      promise.fail(SMTPFailure.closed)
    }
    channel.eventLoop.scheduleTask(in: .seconds(1)) { promise.fail(SMTPFailure.timeout) }
  }

  private static func amount(_ duration: Duration) -> TimeAmount {
    let (seconds, attoseconds) = max(duration, .milliseconds(1)).components
    return .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
