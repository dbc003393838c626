import Contracts

/// Reads the text of a contract. A line begins with what it is; a line that begins with two blanks goes on with the one before.
///
///     # Clocks -- extending and pausing periods      a group of routes
///     POST /v1/petitions/{id}/extend leader           a route and who may call it: roles, `open`, or `token` for any role
///     Extends the period once (延期).                 what it does
///     once match                                      Idempotency-Key; If-Match may (`match`) or must (`matched`) be sent
///     ? region?: region; limit?: integer(1..200)      parameters of the query
///     < Extend                                        the body; `<?` when it may be left out; `< Report form` for a form
///     > 200 Petition tag                              the answer; `tag` for an ETag, `csv` or a media type beside JSON
///     > 400 [Refusal]                                 refusals where they have a form of their own
///     ! petition-step-order                           its own problems, by their codes
///     eg < {"days":30}                                examples of the body, and of the answer with its status
///     eg 200 {…}
///
///     type Extend                                     a type: its fields, or `type Kind = a|b`; `+Other` takes all of Other's
///     days: integer(1..30) -- calendar days
///
///     problem petition-step-order 409 The step is out of turn | Look at the petition's state.
///
/// Types are as in ``HTTPTypeReader``.
struct HTTPContractReader {
  private static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

  private enum Block {
    case none
    case route
    case type(String)
  }

  private var found = HTTPCards()
  private var group = ""
  private var block = Block.none
  /// The fields of each object so far.
  private var fields: [String: [HTTPField]] = [:]

  /// Reads one part.
  mutating func read(_ text: String) throws(HTTPContractError) {
    block = .none
    var whole = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  "), !whole.isEmpty {
        whole += " " + HTTPTypeReader.trimmed(line)
      } else {
        try take(whole)
        whole = HTTPTypeReader.trimmed(line)
      }
    }
    try take(whole)
  }

  /// What was read.
  func cards() throws(HTTPContractError) -> HTTPCards {
    for route in found.routes where route.answers.isEmpty || route.summary.isEmpty {
      throw HTTPContractError(line: route.name, reason: "a route says what it does and what it answers")
    }
    return found
  }

  private mutating func take(_ line: String) throws(HTTPContractError) {
    guard let first = line.split(separator: " ", maxSplits: 1).first.map(String.init) else {
      block = .none
      return
    }
    let rest = HTTPTypeReader.trimmed(line.dropFirst(first.count))
    switch (first, block) {
    case ("#", _): takeGroup(rest)
    case ("type", .none): try takeType(rest, line)
    case ("problem", .none): try takeProblem(rest, line)
    case (_, .none) where Self.methods.contains(first): try takeRoute(first, rest, line)
    case (_, .type(let name)): try takeFields(line, of: name)
    case (_, .route): try takeDetail(first, rest, line)
    default: throw HTTPContractError(line: line, reason: "nothing begins like this")
    }
  }

  private mutating func takeGroup(_ text: String) {
    block = .none
    let halves = text.split(separator: " -- ", maxSplits: 1).map(String.init)
    group = halves.first ?? ""
    if !found.groups.contains(where: { $0.name == group }) {
      found.groups.append((group, halves.count == 2 ? halves[1] : ""))
    }
  }

  private mutating func takeType(_ text: String, _ line: String) throws(HTTPContractError) {
    let halves = text.split(separator: " = ", maxSplits: 1).map(String.init)
    guard let name = halves.first, name.first?.isUppercase == true else {
      throw HTTPContractError(line: line, reason: "the name of a type begins with a capital")
    }
    guard !found.types.contains(where: { $0.name == name }) else {
      throw HTTPContractError(line: line, reason: "the type is there already")
    }
    if halves.count == 2 {
      found.types.append((name, try HTTPTypeReader.type(halves[1])))
      block = .none
    } else {
      fields[name] = []
      found.types.append((name, .object([])))
      block = .type(name)
    }
  }

  private mutating func takeFields(_ line: String, of name: String) throws(HTTPContractError) {
    let more: [HTTPField]
    if line.hasPrefix("+") {
      guard let other = fields[String(line.dropFirst())] else {
        throw HTTPContractError(line: line, reason: "no type of this name stands before")
      }
      more = other
    } else {
      more = try HTTPTypeReader.fields(line)
    }
    let all = (fields[name] ?? []).filter { field in !more.contains { $0.name == field.name } } + more
    fields[name] = all
    guard let index = found.types.firstIndex(where: { $0.name == name }) else { return }
    found.types[index].type = .object(all)
  }

  private mutating func takeProblem(_ text: String, _ line: String) throws(HTTPContractError) {
    let words = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, let status = Int(words[1]), (400...599).contains(status) else {
      throw HTTPContractError(line: line, reason: "a problem is written: code, status, title | remedy")
    }
    guard !found.problems.contains(where: { $0.code == words[0] }) else {
      throw HTTPContractError(line: line, reason: "the problem is there already")
    }
    let halves = words[2].split(separator: " | ", maxSplits: 1).map(String.init)
    found.problems.append(
      .init(code: words[0], status: status, title: halves[0], remedy: halves.count == 2 ? halves[1] : ""))
  }

  private mutating func takeRoute(_ method: String, _ text: String, _ line: String) throws(HTTPContractError) {
    var words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw HTTPContractError(line: line, reason: "the path is missing") }
    let path = words.removeFirst()
    let access: HTTPCards.Route.Access
    switch words {
    case ["open"]: access = .open
    case ["token"]: access = .token
    default:
      let roles = words.compactMap(Role.init(rawValue:))
      guard !roles.isEmpty, roles.count == words.count else {
        throw HTTPContractError(line: line, reason: "after the path stand roles, open, or token")
      }
      access = .roles(roles)
    }
    var route = HTTPCards.Route(method: method, path: path, access: access)
    route.group = group
    found.routes.append(route)
    block = .route
  }

  private mutating func takeDetail(_ first: String, _ rest: String, _ line: String) throws(HTTPContractError) {
    guard var route = found.routes.popLast() else { return }
    try route.take(first, rest, line)
    found.routes.append(route)
  }
}
