import Contracts
import Messaging

/// A clue as it came in, with the event or request that brought it.
struct ToldClue: Sendable {
  let clue: Clue
  let cause: Cause
  /// Who tells it: a caller over HTTP, or the service itself for what it read from a topic.
  var actor = "compensation"
}
