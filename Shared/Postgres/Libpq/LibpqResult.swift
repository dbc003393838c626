internal import CLibpq

/// Owns one `PGresult`.
///
/// `@unchecked Sendable`: libpq documents a result as read-only once it has been returned, free to be read from any
/// thread (libpq documentation, "Behavior in Threaded Programs"); it is freed once, by the last owner.
final class LibpqResult: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }

  /// The rows a statement changed, or returned.
  var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// What the server says it did: `INSERT 0 5`, `COMMIT`, `ROLLBACK` …
  var commandTag: String { String(cString: PQcmdStatus(pointer)) }

  var isError: Bool {
    switch status {
    case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR: true
    default: false
    }
  }

  /// The result's error; meaningful when `isError`.
  func error(statement: String? = nil) -> PostgresError {
    let severity = field(PG_DIAG_SEVERITY_NONLOCALIZED_CODE)
    let isFatal = severity == nil || severity == "FATAL" || severity == "PANIC"
    let message = field(PG_DIAG_MESSAGE_PRIMARY_CODE) ?? String(cString: PQresultErrorMessage(pointer)).trimmed
    var error = PostgresError(isFatal ? .connectionLost : .server, message)
    error.sqlState = field(PG_DIAG_SQLSTATE_CODE).map(SQLState.init(rawValue:))
    error.constraint = field(PG_DIAG_CONSTRAINT_NAME_CODE)
    error.table = field(PG_DIAG_TABLE_NAME_CODE)
    error.column = field(PG_DIAG_COLUMN_NAME_CODE)
    error.serverFunction = field(PG_DIAG_SOURCE_FUNCTION_CODE)
    error.statement = statement
    let details = [
      ("detail", PG_DIAG_MESSAGE_DETAIL_CODE), ("hint", PG_DIAG_MESSAGE_HINT_CODE), ("context", PG_DIAG_CONTEXT_CODE),
      ("position", PG_DIAG_STATEMENT_POSITION_CODE),
    ].compactMap { name, code in field(code).map { "\(name): \($0)" } }
    error.detail = details.isEmpty ? nil : details.joined(separator: "\n  ")
    return error
  }

  private func field(_ code: Character) -> String? {
    guard let ascii = code.asciiValue, let text = PQresultErrorField(pointer, Int32(ascii)) else { return nil }
    return String(cString: text)
  }
}

// libpq's field codes are character constants of C, which Swift does not import.
private let PG_DIAG_SEVERITY_NONLOCALIZED_CODE: Character = "V"
private let PG_DIAG_SQLSTATE_CODE: Character = "C"
private let PG_DIAG_MESSAGE_PRIMARY_CODE: Character = "M"
private let PG_DIAG_MESSAGE_DETAIL_CODE: Character = "D"
private let PG_DIAG_MESSAGE_HINT_CODE: Character = "H"
private let PG_DIAG_STATEMENT_POSITION_CODE: Character = "P"
private let PG_DIAG_CONTEXT_CODE: Character = "W"
private let PG_DIAG_TABLE_NAME_CODE: Character = "t"
private let PG_DIAG_COLUMN_NAME_CODE: Character = "c"
private let PG_DIAG_CONSTRAINT_NAME_CODE: Character = "n"
private let PG_DIAG_SOURCE_FUNCTION_CODE: Character = "R"

extension String {
  /// Without white space at the end: libpq's messages end in a line break.
  var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
