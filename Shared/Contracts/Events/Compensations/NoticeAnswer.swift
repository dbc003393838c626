/// One answer of a notice to an obligor (告知单).
public struct NoticeAnswer: JSONConvertible {
  /// The question.
  public var question: NoticeQuestion
  /// The answer, in the words of the rule pack.
  public var answer: String

  public init(
    question: NoticeQuestion, answer: String
  ) {
    self.question = question
    self.answer = answer
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    question = try fields.code("question")
    answer = try fields.text("answer", limit: 4096)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("question", code: question)
    object.set("answer", answer)
    return .object(object)
  }
}
