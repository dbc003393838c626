import Contracts

/// The problems that operations may answer with, by status.
struct OpenAPIProblems {
  private let kinds: [String: HTTPCards.ProblemKind]
  private let order: [HTTPCards.ProblemKind]

  /// Bodies that are no JSON at all; the other violations of the contract are answered 422.
  private static let malformed: Set<ViolationCode> = [.jsonInvalid, .jsonTooDeep, .jsonDuplicateName, .utf8Invalid]

  /// - Parameter own: those of the contract; the violations of the events' contract are added.
  init(_ own: [HTTPCards.ProblemKind]) {
    let violations = ViolationCode.allCases.map { code in
      HTTPCards.ProblemKind(
        code: code.rawValue, status: Self.malformed.contains(code) ? 400 : 422, title: code.meaning,
        remedy: code.remedy)
    }
    let known = Set(own.map(\.code))
    let tokens = TokenError.Code.allCases.filter { $0 != .keysUnavailable }.map { code in
      HTTPCards.ProblemKind(
        code: "token-\(code.rawValue)", status: 401, title: "The token is not accepted",
        remedy: "Ask the issuer for a new token.")
    }
    order = own + (violations + tokens).filter { !known.contains($0.code) }
    kinds = Dictionary(order.map { ($0.code, $0) }) { first, _ in first }
  }

  /// Every problem with its status, title and remedy.
  var table: JSON {
    var table = JSONObject()
    for kind in order {
      table.set(
        kind.code,
        ["status": .integer(kind.status), "title": .string(kind.title), "remedy": .string(kind.remedy)])
    }
    return .object(table)
  }

  /// The responses of a route: what follows from its form, and its own.
  func responses(of route: HTTPCards.Route) throws(HTTPContractError) -> [(String, JSON)] {
    var byStatus: [Int: [String]] = [:]
    for code in Self.implied(by: route) + route.problems {
      guard let kind = kinds[code] else {
        throw HTTPContractError(line: "\(route.name) \(code)", reason: "no problem of this code")
      }
      if byStatus[kind.status]?.contains(code) != true { byStatus[kind.status, default: []].append(code) }
    }
    return byStatus.sorted { $0.key < $1.key }.map { (String($0.key), response($0.value)) }
  }

  private func response(_ codes: [String]) -> JSON {
    let titles = codes.compactMap { kinds[$0]?.title }
    return [
      "description": .string(titles.count == 1 ? titles[0] : "One of: \(codes.joined(separator: ", "))."),
      "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
      "x-codes": .array(codes.map { .string($0) }),
    ]
  }

  /// The codes that follow from what a route takes.
  private static func implied(by route: HTTPCards.Route) -> [String] {
    var codes: [String] = []
    if route.access != .open {
      codes +=
        ["unauthenticated"] + TokenError.Code.allCases.filter { $0 != .keysUnavailable }.map { "token-\($0.rawValue)" }
      codes += ["region-forbidden", "keys-unavailable"]
    }
    if case .roles = route.access { codes.append("role-missing") }
    if route.refusesInOwnForm { return codes + everywhere }
    if route.path.contains("{") { codes.append("not-found") }
    if !route.queries.isEmpty { codes += ["query-invalid", "query-unknown"] }
    if route.body != nil {
      codes += malformed.map(\.rawValue).sorted() + ["body-too-large", "body-too-slow", "media-type-unsupported"]
      codes += ViolationCode.allCases.filter { $0.rawValue.hasPrefix("field-") }.map(\.rawValue)
      codes += ["control-character", "too-many-items", "data-invalid", "region-unknown", "uscc-invalid"]
      codes += ["time-too-early", "time-too-late"]
    }
    for mark in route.marks {
      switch mark {
      case .once: codes += ["idempotency-key-malformed", "request-under-way", "idempotency-key-reused"]
      case .match: codes += ["entity-tag-malformed", "precondition-failed"]
      case .matched: codes += ["entity-tag-malformed", "precondition-failed", "precondition-required"]
      }
    }
    return codes + everywhere
  }

  private static let everywhere = ["request-refused", "internal", "unavailable", "shutting-down", "outcome-unknown"]
}
