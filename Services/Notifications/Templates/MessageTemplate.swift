import Contracts
import Mustache

/// The words of one message in one language: variables and sections, no logic.
struct MessageTemplate: Sendable {
  let language: MessageLanguage
  /// The channel it is for; nil for every channel that has no words of its own.
  let channel: ContactChannel?
  /// One line, where a channel has one.
  let title: String
  let body: String
  private let parsedTitle: MustacheTemplate
  private let parsedBody: MustacheTemplate

  /// - Throws: where it is no template.
  init(
    language: MessageLanguage, channel: ContactChannel? = nil, title: String, body: String
  ) throws(TemplateError) {
    self.language = language
    self.channel = channel
    self.title = title
    self.body = body
    parsedTitle = try MustacheTemplate(checked: title)
    parsedBody = try MustacheTemplate(checked: body)
  }

  func render(_ words: JSONObject, writer: TemplateWriter) -> RenderedMessage {
    let values = TemplateValue(words, writer: writer)
    return RenderedMessage(
      language: language, title: TextLines.one(parsedTitle.render(values)),
      text: TextLines.tidy(parsedBody.render(values)))
  }

  /// What the message is called, without its text.
  func renderTitle(_ words: JSONObject, writer: TemplateWriter) -> String {
    TextLines.one(parsedTitle.render(TemplateValue(words, writer: writer)))
  }
}
