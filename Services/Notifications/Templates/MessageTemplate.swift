/// The text of one message in one language, as Mustache: variables and sections, no logic.
struct MessageTemplate: Sendable {
  /// One line, where a channel has one.
  let title: String
  let body: String
}
