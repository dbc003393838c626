/// Anything that goes wrong between a service and its database.
public struct PostgresError: Error, Sendable {
  /// What kind of trouble it is.
  public var code: PostgresErrorCode
  /// The server's own code, when the server said something.
  public var sqlState: SQLState?
  /// The primary message. Holds no bound value, but may name a table, a column or a constraint.
  public var message: String
  public var constraint: String?
  public var table: String?
  public var column: String?
  /// Which statement of a pipeline failed, counted from zero.
  public var statementIndex: Int?
  /// The server's detail, hint and context; may quote values of rows, therefore not part of `description`.
  public var detail: String?
  /// The text of the statement, without its bound values.
  public var statement: String?
  /// The server function that raised it; tells errors of one SQLSTATE apart whatever the server's language.
  var serverFunction: String?

  public init(_ code: PostgresErrorCode, _ message: String, sqlState: SQLState? = nil) {
    self.code = code
    self.message = message
    self.sqlState = sqlState
  }

  /// Whether the same work may succeed when tried again, because nothing is wrong with the work itself: the database
  /// was away, a lock or deadline was lost, the task was cancelled.
  ///
  /// False for `commitOutcomeUnknown`: the work may have been done already. Trying it again is right only for work
  /// that can tell (an inbox row, an idempotency key, a conditional update).
  public var isTransient: Bool {
    switch code {
    case .connectionLost, .connectFailed, .acquireTimeout, .cancelled, .deadline: true
    case .server: sqlState?.isTransient ?? false
    default: false
    }
  }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
  /// SQLSTATE (or our own code), message and constraint: enough to understand, safe to log.
  public var description: String {
    var text = code == .server ? "" : "\(code)"
    if let sqlState { text += text.isEmpty ? sqlState.rawValue : " \(sqlState.rawValue)" }
    text += ": \(message)"
    if let constraint { text += " [constraint \(constraint)]" }
    if let statementIndex { text += " [statement \(statementIndex)]" }
    return text
  }

  /// All there is, including details that may quote values of rows: for a developer's eyes.
  public var debugDescription: String {
    var text = description
    if let table { text += "\n  table: \(table)" }
    if let column { text += "\n  column: \(column)" }
    if let detail { text += "\n  \(detail)" }
    if let statement { text += "\n  statement: \(statement)" }
    return text
  }
}
