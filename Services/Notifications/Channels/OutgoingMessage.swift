import Contracts
import FoundationEssentials

/// One message on its way to one person. Holds personal data, in memory for the send alone.
struct OutgoingMessage: Sendable, CustomStringConvertible, CustomReflectable {
  let id: UUID
  let petitionId: UUID
  /// Which of the three contacts.
  let contact: Int
  let channel: ContactChannel
  /// The number, mailbox or street the channel delivers to.
  let address: String
  let content: RenderedMessage

  var description: String { "OutgoingMessage(\(id.lowercased), \(channel.rawValue), ****)" }
  var customMirror: Mirror { Mirror(self, children: ["id": id.lowercased]) }
}
