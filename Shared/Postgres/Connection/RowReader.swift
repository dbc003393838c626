internal import CLibpq

/// Reads single values out of a result.
struct RowReader {
  private let result: LibpqResult
  let rowCount: Int
  private let types: [PostgresType]

  init(_ result: LibpqResult) {
    self.result = result
    self.rowCount = Int(PQntuples(result.pointer))
    self.types = (0..<PQnfields(result.pointer)).map { PostgresType(rawValue: PQftype(result.pointer, $0)) }
  }

  func checkColumnCount(_ wanted: Int) throws(PostgresError) {
    guard wanted == types.count else {
      throw PostgresError(.decoding, "the statement returns \(types.count) columns, \(wanted) are wanted")
    }
  }

  /// Reads the value at the column and moves on to the next. The caller has checked the number of columns.
  @inline(__always)
  func next<Value: PostgresDecodable>(
    _ wanted: Value.Type, row: Int, column: inout Int
  ) throws(PostgresError) -> Value {
    let index = column
    column += 1
    do throws(PostgresMismatch) {
      return try value(wanted, row: Int32(truncatingIfNeeded: row), column: index)
    } catch {
      throw mismatch(error, wanted: "\(Value.self)", row: row, column: index)
    }
  }

  @inline(__always)
  private func value<Value: PostgresDecodable>(
    _ wanted: Value.Type, row: Int32, column: Int
  ) throws(PostgresMismatch) -> Value {
    let index = Int32(truncatingIfNeeded: column)
    let length = PQgetlength(result.pointer, row, index)
    if length == 0, PQgetisnull(result.pointer, row, index) == 1 {
      guard let null = Value.postgresNull else { throw PostgresMismatch("the value is null") }
      return null
    }
    let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result.pointer, row, index), count: Int(length))
    return try Value.decode(RawSpan(_unsafeBytes: bytes), type: types[column])
  }

  private func mismatch(_ cause: PostgresMismatch, wanted: String, row: Int, column: Int) -> PostgresError {
    let name = PQfname(result.pointer, Int32(column)).map { String(cString: $0) } ?? "?"
    var error = PostgresError(
      .decoding,
      "column \"\(name)\" (index \(column), \(types[column])) cannot be read as \(wanted): \(cause.reason)")
    error.column = name
    error.detail = "row: \(row)"
    return error
  }
}
