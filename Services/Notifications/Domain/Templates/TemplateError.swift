/// Why a template is refused.
struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Counted from one.
  let line: Int
  let message: String

  var description: String { "line \(line): \(message)" }
}
