/// A row holds what this program does not know: another program wrote it.
struct StoredValueError: Error, CustomStringConvertible {
  let table: String
  let id: String

  var description: String { "a row of \(table) (\(id)) cannot be read: a newer program wrote it, use that one" }
}
