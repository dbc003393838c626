public import Contracts

/// What the text of a contract says: routes, types and the problems that answers may be.
public struct HTTPCards: Sendable {
  /// One route.
  public struct Route: Sendable {
    /// Who may call it.
    public enum Access: Sendable, Equatable {
      /// Everybody.
      case open
      /// Whoever has a token.
      case token
      /// Whoever has a token with one of these roles.
      case roles([Role])
    }

    /// What a request can say beside its body.
    public enum Mark: String, Sendable {
      /// An `Idempotency-Key` makes it happen once.
      case once
      /// An `If-Match` makes it happen only on the version that was seen.
      case match
      /// It must say which version it changes.
      case matched
    }

    public let method: String
    public let path: String
    public let access: Access
    public internal(set) var summary = ""
    public internal(set) var group = ""
    public internal(set) var queries: [HTTPField] = []
    public internal(set) var body: HTTPType?
    public internal(set) var isBodyOptional = false
    /// Whether the body is a form (`application/x-www-form-urlencoded`) instead of JSON.
    public internal(set) var isForm = false
    public internal(set) var marks: [Mark] = []
    public internal(set) var answers: [Answer] = []
    /// The codes of its own problems; those that follow from its form are added in the document.
    public internal(set) var problems: [String] = []
    public internal(set) var bodyExamples: [JSON] = []

    /// Whether refusals have a form of their own, as another standard wants them, instead of problem details.
    public var refusesInOwnForm: Bool { answers.contains { $0.status >= 400 } }

    /// `METHOD /path`, as the router has it.
    public var name: String { "\(method) \(path)" }
  }

  /// What a route answers when all is well; a refusal where it has a form of its own.
  public struct Answer: Sendable {
    public let status: Int
    /// Nil for an answer without JSON.
    public let type: HTTPType?
    /// Media types beside or instead of JSON.
    public let media: [String]
    /// Whether it carries an `ETag`.
    public let isTagged: Bool
    public internal(set) var examples: [JSON] = []
  }

  /// A kind of problem.
  public struct ProblemKind: Sendable {
    public let code: String
    public let status: Int
    public let title: String
    /// What the caller can do.
    public let remedy: String
  }

  /// In the order written.
  public internal(set) var routes: [Route] = []
  /// The types by name, in the order written.
  public internal(set) var types: [(name: String, type: HTTPType)] = []
  public internal(set) var problems: [ProblemKind] = []
  /// The groups of routes with what they are about, in the order written.
  public internal(set) var groups: [(name: String, about: String)] = []
}
