import FoundationEssentials

/// E-mail by SMTP: encrypted, signed in, connections used again, one addressee to a message.
struct MailChannel: Channel {
  private let connections: MailConnections

  /// - Throws: when encryption cannot be set up.
  init(_ server: SMTPServer) throws {
    connections = try MailConnections(server)
  }

  var places: Int { connections.server.connections }

  func send(_ message: OutgoingMessage) async throws(ChannelError) -> ChannelReceipt {
    guard let to = MailAddress(message.address) else { throw ChannelError("address-malformed", isFinal: true) }
    let server = connections.server
    let bytes = MailMessage(
      from: server.from, fromName: server.fromName, to: to, toName: message.name, id: message.id, date: Date(),
      content: message.content
    ).bytes
    let deadline = ContinuousClock.now + server.timeout
    let (connection, used) = try await begin(deadline)
    do throws(ChannelError) {
      let reply = try await hand(bytes, to: to, over: connection)
      connections.give(back: connection, used: used + 1)
      return ChannelReceipt(proof: "smtp:\(reply.queueId ?? "accepted")", bytes: bytes)
    } catch {
      connection.close()
      throw error
    }
  }

  /// A connection that takes our sender. One that was kept may have been closed by the other side meanwhile; then a new
  /// one is opened, for nothing of the message was sent yet.
  private func begin(
    _ deadline: ContinuousClock.Instant
  ) async throws(ChannelError) -> (connection: SMTPConnection, used: Int) {
    var fresh = false
    while true {
      do throws(SMTPFailure) {
        let (connection, used) = try await connections.take(deadline: deadline, fresh: fresh)
        do throws(SMTPFailure) {
          let reply = try await connection.ask("MAIL FROM:<\(connections.server.from.text)>")
          if reply.isPositive { return (connection, used) }
          connection.close()
          // Whatever it has against the sender is for an operator to mend, and no fault of the addressee's.
          if used == 0 || reply.code != 421 { throw .refused(reply.word) }
        } catch {
          connection.close()
          guard used > 0, error == .closed else { throw error }
        }
        fresh = true
      } catch {
        throw ChannelError(error.word)
      }
    }
  }

  private func hand(
    _ bytes: [UInt8], to: MailAddress, over connection: SMTPConnection
  ) async throws(ChannelError) -> SMTPReply {
    do throws(SMTPFailure) {
      let addressee = try await connection.ask("RCPT TO:<\(to.text)>")
      guard addressee.isPositive else { throw .refused(addressee.word) }
      let ready = try await connection.ask("DATA")
      guard ready.code == 354 else { throw .refused(ready.word) }
      let reply = try await connection.data(bytes)
      guard reply.isPositive else { throw .refused(reply.word) }
      return reply
    } catch {
      // A permanent refusal (5yz) is one; everything else may pass.
      if case .refused(let word) = error { throw ChannelError(word, isFinal: word.hasPrefix("smtp-5")) }
      throw ChannelError(error.word)
    }
  }
}
