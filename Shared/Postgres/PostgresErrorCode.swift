/// The kinds of `PostgresError`. More may be added.
public struct PostgresErrorCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  /// The server answered with an error; see `sqlState`. The connection goes on.
  public static let server = PostgresErrorCode(rawValue: "server")
  /// No connection could be made; the message says why. Transient.
  public static let connectFailed = PostgresErrorCode(rawValue: "connect failed")
  /// The connection ended during the call or before it. Transient; see `commitOutcomeUnknown` for the exception.
  public static let connectionLost = PostgresErrorCode(rawValue: "connection lost")
  /// No connection of the pool came free before the acquire deadline. Transient.
  public static let acquireTimeout = PostgresErrorCode(rawValue: "acquire timeout")
  /// COMMIT was sent and no answer came: the transaction may or may not have happened.
  public static let commitOutcomeUnknown = PostgresErrorCode(rawValue: "commit outcome unknown")
  /// COMMIT was answered with a rollback, because a statement had failed and its error had been swallowed.
  public static let transactionAborted = PostgresErrorCode(rawValue: "transaction aborted")
  /// The call's or the transaction's deadline passed. Transient.
  public static let deadline = PostgresErrorCode(rawValue: "deadline")
  /// The calling task was cancelled. Transient, since the work is not to blame.
  public static let cancelled = PostgresErrorCode(rawValue: "cancelled")
  /// A column could not be read as the wanted type; names column, index, wanted type and wire type.
  public static let decoding = PostgresErrorCode(rawValue: "decoding")
  /// The configuration cannot work; the message names the setting.
  public static let configuration = PostgresErrorCode(rawValue: "configuration")
  /// The call is not possible in the connection's present state, or with such a statement.
  public static let misuse = PostgresErrorCode(rawValue: "misuse")
  /// The pool has been shut down.
  public static let poolClosed = PostgresErrorCode(rawValue: "pool closed")
  /// The database's migrations and the program's do not fit together; the message says which.
  public static let migration = PostgresErrorCode(rawValue: "migration")
}
