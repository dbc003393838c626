public import Postgres
public import Sealing

/// A column of a service's tables that holds sealed values: `keys rotate` seals them anew when their key changes.
public protocol SealedColumn: Sendable {
  /// `table.column`.
  var name: String { get }
  /// For whom its values are sealed now.
  var recipient: SealingRecipient { get }

  /// The next rows after a place, in the order of places, locked until the transaction ends; from the first row without one.
  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow]

  /// Writes rows back with their values sealed anew.
  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws

  /// A row's value for the present recipient.
  /// - Throws: `SealingError` when it cannot be opened with the keys at hand.
  func resealed(_ row: SealedRow, opener: Opener, sealer: Sealer) throws(SealingError) -> [UInt8]
}

extension SealedColumn {
  public func resealed(_ row: SealedRow, opener: Opener, sealer: Sealer) throws(SealingError) -> [UInt8] {
    try sealer.seal(try opener.open(row.sealed, context: row.context), context: row.context)
  }
}
