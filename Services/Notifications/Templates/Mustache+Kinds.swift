import Mustache

extension MustacheTemplate {
  /// A template whose outline is in order.
  /// - Parameter html: whether values are escaped for HTML; plain text escapes nothing.
  /// - Throws: `TemplateError` where it is none, or does more than say values.
  init(checked text: String, html: Bool = false) throws(TemplateError) {
    _ = try TemplateOutline(text)
    do {
      try self.init(string: "{{% CONTENT_TYPE:\(html ? "HTML" : "TEXT")}}" + text)
    } catch {
      throw TemplateError(line: 1, message: "it is no Mustache: \(error)")
    }
  }
}
