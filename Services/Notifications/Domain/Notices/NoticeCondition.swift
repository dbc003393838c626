import Contracts

/// When an event is told: `colour = red, yellow`, `summary` (it is there, and not false), `not onTime`.
struct NoticeCondition: Sendable, Equatable {
  let text: String
  let path: TemplatePath
  private let isNegated: Bool
  /// One of these; empty where it is enough that there is a value.
  private let values: [String]

  init(_ text: String) throws(TemplateError) {
    self.text = text
    var rest = text[...]
    isNegated = rest.hasPrefix("not ")
    if isNegated { rest = rest.dropFirst(4) }
    let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first else { throw TemplateError(line: 1, message: "a condition names a value") }
    path = try TemplatePath(name.filter { $0 != " " }[...], line: 1)
    values =
      parts.count == 2 ? parts[1].split(separator: ",").map { String($0.filter { $0 != " " }) } : []
    guard parts.count == 1 || !values.isEmpty else {
      throw TemplateError(line: 1, message: "“\(text)” compares with nothing")
    }
  }

  func holds(for event: JSON) -> Bool {
    let found = path.names.reduce(event as JSON?) { $0?[$1] }
    let holds: Bool =
      switch found {
      case nil, .null?: false
      case .bool(false)?: values.contains("false")
      case .some(let value): values.isEmpty || values.contains(TemplateWriter.plain(value))
      }
    return holds != isNegated
  }
}
