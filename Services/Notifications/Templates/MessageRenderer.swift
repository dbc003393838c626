import Contracts

/// Writes the words of messages by the templates in force.
struct MessageRenderer: Sendable {
  private let book: @Sendable () -> NoticeBook

  init(_ book: @escaping @Sendable () -> NoticeBook) { self.book = book }

  /// The message for one addressee, as one channel shows it.
  ///
  /// What was sealed, or stands in the addressee book, wins over a word of the same name, which anybody on the topic could
  /// have set.
  /// - Returns: nil when there is no template of this code.
  func render(_ message: MessageDraft, by channel: ContactChannel, for card: ContactCard) -> RenderedMessage? {
    var words = message.words
    words.set("name", card.name)
    words.set("queryCode", card.queryCode)
    words.set("documentNumber", message.documentNumber)
    return book().render(message.template, words, in: message.language, by: channel)
  }
}
