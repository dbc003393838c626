public import Postgres

extension PostgresError: ProblemConvertible {
  /// A database that is away or overloaded is not the caller's fault and passes: 503, and when to come back. Everything else
  /// is our mistake.
  public var problem: Problem {
    switch code {
    case .commitOutcomeUnknown:
      Problem(
        status: 503, code: "outcome-unknown", title: "The service cannot answer now",
        detail: "The connection to the database broke while the request was being written down.",
        remedy: "It may have been kept. Look, or send the same again with the same identifiers: it takes effect once.",
        retryAfter: .seconds(2))
    case .poolClosed: .unavailable(code: "shutting-down", detail: "The service is shutting down.")
    case _ where isTransient: .unavailable(detail: "The database is away or has too much to do.")
    default: .internal
    }
  }
}
