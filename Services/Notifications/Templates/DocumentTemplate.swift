import Contracts
import Mustache

/// The words of a legal document (公文) in one language.
struct DocumentTemplate: Sendable {
  let code: String
  let language: MessageLanguage
  /// Writes the number that the event has; nil where this service counts.
  let number: ValueText?
  /// What stands before a number that this service counts: 告知〔2026〕330400-1号.
  let series: String
  /// Who signs, such as the bureau.
  let issuer: ValueText
  let title: String
  let body: String
  private let parsedTitle: MustacheTemplate
  private let parsedBody: MustacheTemplate

  init(
    code: String, language: MessageLanguage, number: ValueText?, series: String, issuer: ValueText, title: String,
    body: String
  ) throws(TemplateError) {
    self.code = code
    self.language = language
    self.number = number
    self.series = series
    self.issuer = issuer
    self.title = title
    self.body = body
    parsedTitle = try MustacheTemplate(checked: title)
    parsedBody = try MustacheTemplate(checked: body)
  }

  /// The document's title and text.
  func render(_ values: JSONObject, writer: TemplateWriter) -> (title: String, body: DocumentText) {
    let value = TemplateValue(values, writer: writer)
    return (TextLines.one(parsedTitle.render(value)), DocumentText(TextLines.tidy(parsedBody.render(value))))
  }
}
