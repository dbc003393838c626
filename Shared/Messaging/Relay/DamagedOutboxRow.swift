/// A row of the outbox that cannot be read: somebody has changed the table by hand.
struct DamagedOutboxRow: Error, CustomStringConvertible {
  let id: Int64
  var description: String { "the headers of outbox row \(id) are damaged; restore the row, the relay waits for it" }
}
