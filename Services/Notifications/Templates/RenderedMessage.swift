/// A message ready to be sent. Holds personal data: never logged, never stored here.
struct RenderedMessage: Sendable, CustomStringConvertible, CustomReflectable {
  let language: MessageLanguage
  let title: String
  let text: String
  /// The same for channels that show HTML; nil where there is none.
  var html: String?

  var description: String { "RenderedMessage(\(language.rawValue), ****)" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
