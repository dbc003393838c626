/// An expression of the CloudEvents SQL Expression Language 1.0, read once and evaluated on many events.
struct CESQL: Sendable, Hashable {
  /// The longest text, in bytes of UTF-8.
  static let limit = 4_096

  /// As it was written.
  let text: String
  let expression: CESQLExpression

  /// - Throws: where the text breaks the grammar or a limit, and what to write instead.
  init(_ text: String) throws(CESQLParseError) {
    guard text.utf8.count <= CESQL.limit else {
      throw CESQLParseError(
        position: 1, message: "The expression is longer than \(CESQL.limit) bytes.",
        remedy: "Use IN for lists of values, or more than one subscription.")
    }
    self.text = text
    expression = try CESQLParser.expression(text)
  }

  /// What the expression comes to, with everything that went wrong.
  func evaluate(_ attributes: @escaping CESQLEvaluator.Attributes) -> (value: CESQLValue, errors: [CESQLError]) {
    var evaluator = CESQLEvaluator(attributes: attributes)
    let value = evaluator.value(of: expression)
    return (value, evaluator.errors)
  }

  /// Whether an event passes: the value is the Boolean true, and nothing went wrong (CESQL 1.0 §1.2).
  func matches(_ attributes: @escaping CESQLEvaluator.Attributes) -> Bool {
    var evaluator = CESQLEvaluator(failsFast: true, attributes: attributes)
    return evaluator.value(of: expression) == .boolean(true) && evaluator.errors.isEmpty
  }

  static func == (left: CESQL, right: CESQL) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
