/// A dead letter whose sealed record is damaged or was written by a later version.
struct UnreadableDeadLetter: Error {
  let id: Int64
}
