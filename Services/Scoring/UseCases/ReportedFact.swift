import Messaging

/// A fact as it came in, with the event or request that brought it.
struct ReportedFact: Sendable {
  let report: FactReport
  let cause: Cause
  /// Who reports it: a caller over HTTP, or the service itself for what it read from a topic.
  var actor = "scoring"
}
