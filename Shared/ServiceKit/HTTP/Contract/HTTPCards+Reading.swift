import Contracts

extension HTTPCards.Route {
  /// Takes one line of the card.
  mutating func take(_ first: String, _ rest: String, _ line: String) throws(HTTPContractError) {
    switch first {
    case "?": queries += try HTTPTypeReader.fields(rest)
    case "<", "<?":
      isForm = rest.hasSuffix(" form")
      body = try HTTPTypeReader.type(isForm ? String(rest.dropLast(5)) : rest)
      isBodyOptional = first == "<?"
    case ">": answers.append(try Self.answer(rest, line))
    case "!": problems += rest.split(separator: " ").map(String.init)
    case "eg": try takeExample(rest, line)
    default:
      let words = line.split(separator: " ").map(String.init)
      let marks = words.compactMap(Mark.init(rawValue:))
      if marks.count == words.count {
        self.marks += marks
      } else {
        summary += summary.isEmpty ? line : " " + line
      }
    }
  }

  private static func answer(_ text: String, _ line: String) throws(HTTPContractError) -> HTTPCards.Answer {
    var words = text.split(separator: " ").map(String.init)
    guard let status = words.first.flatMap(Int.init), (200...599).contains(status) else {
      throw HTTPContractError(line: line, reason: "an answer begins with its status")
    }
    words.removeFirst()
    let isTagged = words.contains("tag")
    words.removeAll { $0 == "tag" }
    let media = words.compactMap { $0 == "csv" ? "text/csv" : $0.contains("/") ? $0 : nil }
    words.removeAll { $0 == "csv" || $0.contains("/") }
    guard words.count <= 1 else { throw HTTPContractError(line: line, reason: "an answer has one type") }
    var type: HTTPType?
    if let word = words.first { type = try HTTPTypeReader.type(word) }
    return HTTPCards.Answer(status: status, type: type, media: media, isTagged: isTagged)
  }

  private mutating func takeExample(_ text: String, _ line: String) throws(HTTPContractError) {
    let halves = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard halves.count == 2, let json = Self.json(halves[1]) else {
      throw HTTPContractError(line: line, reason: "an example is < or a status, and JSON")
    }
    if halves[0] == "<" {
      bodyExamples.append(json)
    } else if let index = answers.firstIndex(where: { String($0.status) == halves[0] }) {
      answers[index].examples.append(json)
    } else {
      throw HTTPContractError(line: line, reason: "the route has no answer of this status")
    }
  }

  private static func json(_ text: String) -> JSON? { try? JSON(parsing: Array(text.utf8)) }
}
