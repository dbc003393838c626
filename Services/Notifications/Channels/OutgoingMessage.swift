import Contracts
import FoundationEssentials

/// One message on its way to one addressee. Holds personal data, in memory for the send alone.
struct OutgoingMessage: Sendable, CustomStringConvertible, CustomReflectable {
  let draft: MessageDraft
  let channel: ContactChannel
  /// The number, mailbox, street or key the channel delivers to.
  let address: String
  /// Whom it is for, where the channel shows a name.
  var name: String?
  let content: RenderedMessage

  /// What every attempt carries, for receivers that can tell a repeat by it.
  var id: UUID { draft.id }

  var description: String { "OutgoingMessage(\(id.lowercased), \(channel.rawValue), ****)" }
  var customMirror: Mirror { Mirror(self, children: ["id": id.lowercased]) }
}
