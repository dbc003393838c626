import Contracts
import FoundationEssentials
import Messaging

/// One message as it waits for its turn; contact data that came along are sealed.
struct MessageRow: Sendable {
  let draft: MessageDraft
  var course: MessageCourse

  var id: UUID { draft.id }
}
