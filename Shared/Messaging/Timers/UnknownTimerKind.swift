/// A timer that no handler of this version knows: set by a newer one. It waits.
struct UnknownTimerKind: Error {
  let kind: String
}
