/// Why a message that was not taken in is neither taken in now nor given up.
enum DeadLetterRefusal {
  static let settled = Problem.conflict(
    code: "dead-letter-settled", detail: "The message was refused for good, taken in or given up.",
    remedy: "Look at its state.")
  static let paused = Problem.conflict(
    code: "dead-letter-paused", detail: "An operator holds the key of the message back.",
    remedy: "Resume the key first.")
  static let sealed = Problem.conflict(
    code: "dead-letter-sealed", detail: "The key that the message was sealed for is not with the service.",
    remedy: "Run the command dead-letters redrive where the key is.")
  static let topicUnknown = Problem.conflict(
    code: "dead-letter-topic-unknown", detail: "The service does not read this topic any more.",
    remedy: "Discard the message.")
}
