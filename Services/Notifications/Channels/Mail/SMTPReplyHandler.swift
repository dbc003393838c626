import NIOCore
import NIOSSL

/// A command on its way, and who waits for the answer.
struct SMTPCommand: Sendable {
  /// Empty when an answer is waited for that nothing was asked for: the greeting.
  let bytes: ByteBuffer
  let reply: EventLoopPromise<SMTPReply>
}

/// Brings commands and answers together: one command at a time, and every answer to the one that waits.
///
/// An answer nobody waits for ends the conversation, with which nobody who sits on the line can slip in answers before
/// encryption begins (RFC 3207 §6).
final class SMTPReplyHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = SMTPCommand
  typealias OutboundOut = ByteBuffer

  private var parser = SMTPReplyParser()
  private var waiting: EventLoopPromise<SMTPReply>?
  /// A greeting that came before anybody waited for it.
  private var greeting: SMTPReply?
  private var wasGreeted = false
  private let ending: SMTPEnding

  init(ending: SMTPEnding) { self.ending = ending }

  /// Whether nothing was said that nobody has read.
  var isClean: Bool { ending.reason == nil && waiting == nil && parser.isEmpty }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let command = unwrapOutboundIn(data)
    if let failure = ending.reason {
      command.reply.fail(failure)
      promise?.fail(failure)
    } else if command.bytes.readableBytes == 0, let greeting {
      command.reply.succeed(greeting)
      self.greeting = nil
      promise?.succeed()
    } else {
      waiting = command.reply
      context.write(wrapOutboundOut(command.bytes), promise: promise)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data)
    do {
      for reply in try parser.read(buffer.readableBytesView) { try take(reply) }
    } catch {
      end(.malformed, context: context)
    }
  }

  private func take(_ reply: SMTPReply) throws(SMTPReplyParser.Malformed) {
    defer { wasGreeted = true }
    if let promise = waiting {
      waiting = nil
      promise.succeed(reply)
    } else if !wasGreeted {
      greeting = reply
    } else {
      throw SMTPReplyParser.Malformed()
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // Before this handler there is nothing but the connection and its encryption. A server that goes away without the
    // farewell of TLS has closed the connection; what was answered before is whole, for it ended its line.
    let isClosed = error is IOError || error as? NIOSSLError == .uncleanShutdown
    end(isClosed ? .closed : .tls, context: context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    end(.closed, context: context)
    context.fireChannelInactive()
  }

  private func end(_ reason: SMTPFailure, context: ChannelHandlerContext) {
    ending.note(reason)
    waiting?.fail(ending.reason ?? reason)
    waiting = nil
    context.close(promise: nil)
  }
}
