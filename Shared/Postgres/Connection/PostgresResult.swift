internal import CLibpq

/// What one statement returned: its rows stay in the server's binary form until they are read.
public struct PostgresResult: Sendable {
  let result: LibpqResult

  init(_ result: LibpqResult) { self.result = result }

  /// The rows the statement changed; for one that returns rows, how many.
  public var affectedRows: Int { result.affectedRows }

  /// How many rows it returned.
  public var rowCount: Int { Int(PQntuples(result.pointer)) }

  /// Reads every row.
  /// - Throws: `decoding`, naming column, index, wanted type and wire type, also when the number of columns differs.
  public func rows<each Column: PostgresDecodable>(
    as type: (repeat each Column).Type
  ) throws(PostgresError) -> [(repeat each Column)] {
    let reader = RowReader(result)
    var wanted = 0
    for _ in repeat (each Column).self { wanted += 1 }
    try reader.checkColumnCount(wanted)
    var rows: [(repeat each Column)] = []
    rows.reserveCapacity(reader.rowCount)
    for row in 0..<reader.rowCount {
      var column = 0
      rows.append((repeat try reader.next((each Column).self, row: row, column: &column)))
    }
    return rows
  }
}
