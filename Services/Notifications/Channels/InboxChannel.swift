import Contracts
import Postgres

/// The channel to what staff and enterprises read over HTTP.
///
/// A repeat of a message is the same item. What lies there is for units, enterprises and agencies; petitioners have no
/// inbox, and nothing personal about them is written for others.
struct InboxChannel: Channel {
  let pool: PostgresPool

  func send(_ message: OutgoingMessage) async throws(ChannelError) -> ChannelReceipt {
    guard message.draft.audience != .petitioner else { throw ChannelError("no-inbox", isFinal: true) }
    do {
      try await InboxStore.insert(message, pool: pool)
    } catch {
      throw ChannelError("database-away")
    }
    let bytes = Array("\(message.content.title)\n\(message.content.text)".utf8)
    return ChannelReceipt(proof: "inbox:\(message.id.lowercased)", bytes: bytes)
  }
}
