/// A row holds what no version of this service writes.
struct StoredValueError: Error {
  let table: String
  let id: String
}
