import Messaging

/// A record as it came in, with the event or request that brought it.
struct RecordedCase: Sendable {
  let record: CaseRecord
  let cause: Cause
}
