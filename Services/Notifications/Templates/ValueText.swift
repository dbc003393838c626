import Contracts
import Mustache

/// A short text written from the values of an event.
struct ValueText: Sendable {
  let text: String
  let outline: TemplateOutline
  private let parsed: MustacheTemplate

  init(_ text: String) throws(TemplateError) {
    self.text = text
    outline = try TemplateOutline(text)
    parsed = try MustacheTemplate(checked: text)
  }

  /// - Returns: nil when nothing is written, or when what a key ends in is absent: `unit:` names nobody.
  func write(_ values: JSONObject, writer: TemplateWriter) -> String? {
    let value = TemplateValue(values, writer: writer)
    let written = parsed.render(value)
    return written.isEmpty || written.hasSuffix(":") ? nil : written
  }
}
