/// What is wrong with the rules about messages; all of it at once, each with its key.
struct NoticeBookError: Error, Sendable, Equatable, CustomStringConvertible {
  let problems: [String]

  var description: String { problems.joined(separator: "\n") }
}
