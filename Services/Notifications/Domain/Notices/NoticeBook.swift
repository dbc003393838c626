import Contracts

/// Everything the rule packs in force say about messages: who is told what, when, and in which words.
struct NoticeBook: Sendable {
  let notices: [EventType: [NoticeRule]]
  let templates: [String: [MessageTemplate]]
  let documents: [String: [DocumentTemplate]]
  let words: WordBook
  let timing: NoticeTiming
  let calendar: NoticeCalendar
  /// The packs with their versions and the beginnings of their hashes: which words were in force.
  let edition: String

  /// A message by its template.
  /// - Returns: nil when there is no template of this code.
  func render(
    _ code: String, _ words: JSONObject, in language: MessageLanguage, by channel: ContactChannel
  ) -> RenderedMessage? {
    template(code, in: language, by: channel)?.render(words, writer: writer(code, in: language))
  }

  /// The words for a channel in a language; those for every channel, or in Chinese, where there are none.
  func template(_ code: String, in language: MessageLanguage, by channel: ContactChannel) -> MessageTemplate? {
    guard let all = templates[code] else { return nil }
    for asked in [language, .chinese] {
      let spoken = all.filter { $0.language == asked }
      if let found = spoken.first(where: { $0.channel == channel }) ?? spoken.first(where: { $0.channel == nil }) {
        return found
      }
    }
    return nil
  }

  /// A document's words in a language; those in Chinese where there are none.
  func document(_ code: String, in language: MessageLanguage) -> DocumentTemplate? {
    documents[code].flatMap { all in all.first { $0.language == language } ?? all.first { $0.language == .chinese } }
  }

  func writer(_ code: String, in language: MessageLanguage) -> TemplateWriter {
    TemplateWriter(language: language, words: words, scope: code)
  }
}
