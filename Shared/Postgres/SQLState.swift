/// The five-character code of a server's error (PostgreSQL documentation, appendix A).
public struct SQLState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  /// The first two characters: the class of the error.
  public var errorClass: String { String(rawValue.prefix(2)) }

  public static let featureNotSupported = SQLState(rawValue: "0A000")
  public static let numericValueOutOfRange = SQLState(rawValue: "22003")
  public static let characterNotInRepertoire = SQLState(rawValue: "22021")
  public static let datetimeFieldOverflow = SQLState(rawValue: "22008")
  public static let invalidTextRepresentation = SQLState(rawValue: "22P02")
  public static let notNullViolation = SQLState(rawValue: "23502")
  public static let foreignKeyViolation = SQLState(rawValue: "23503")
  public static let uniqueViolation = SQLState(rawValue: "23505")
  public static let checkViolation = SQLState(rawValue: "23514")
  public static let exclusionViolation = SQLState(rawValue: "23P01")
  public static let inFailedTransaction = SQLState(rawValue: "25P02")
  public static let idleInTransactionSessionTimeout = SQLState(rawValue: "25P03")
  public static let invalidStatementName = SQLState(rawValue: "26000")
  public static let invalidPassword = SQLState(rawValue: "28P01")
  public static let invalidCatalogName = SQLState(rawValue: "3D000")
  public static let serializationFailure = SQLState(rawValue: "40001")
  public static let statementCompletionUnknown = SQLState(rawValue: "40003")
  public static let deadlockDetected = SQLState(rawValue: "40P01")
  public static let transactionResolutionUnknown = SQLState(rawValue: "08007")
  public static let insufficientPrivilege = SQLState(rawValue: "42501")
  public static let syntaxError = SQLState(rawValue: "42601")
  public static let undefinedColumn = SQLState(rawValue: "42703")
  public static let undefinedTable = SQLState(rawValue: "42P01")
  public static let duplicateDatabase = SQLState(rawValue: "42P04")
  public static let tooManyConnections = SQLState(rawValue: "53300")
  public static let objectInUse = SQLState(rawValue: "55006")
  public static let lockNotAvailable = SQLState(rawValue: "55P03")
  public static let queryCanceled = SQLState(rawValue: "57014")
  public static let adminShutdown = SQLState(rawValue: "57P01")
  public static let crashShutdown = SQLState(rawValue: "57P02")
  public static let cannotConnectNow = SQLState(rawValue: "57P03")
  public static let idleSessionTimeout = SQLState(rawValue: "57P05")
  public static let raiseException = SQLState(rawValue: "P0001")

  private static let transient: Set<SQLState> = [
    .serializationFailure, .deadlockDetected, .lockNotAvailable, .queryCanceled, .adminShutdown, .crashShutdown,
    .cannotConnectNow, .idleSessionTimeout, .idleInTransactionSessionTimeout,
  ]

  /// Whether two transactions got into each other's way and this one was chosen to give in.
  public var isContention: Bool { self == .serializationFailure || self == .deadlockDetected }

  /// Whether a statement, the wait for a lock or the pause between two statements of a transaction took too long.
  public var isTimeout: Bool {
    [.queryCanceled, .lockNotAvailable, .idleInTransactionSessionTimeout].contains(self)
  }

  /// Whether the same work may succeed when it is tried again: nothing is wrong with the work itself.
  ///
  /// `57014` counts whoever cancelled: a deadline, an operator, a shutdown.
  public var isTransient: Bool {
    Self.transient.contains(self) || errorClass == "08" || errorClass == "53"
  }
}
