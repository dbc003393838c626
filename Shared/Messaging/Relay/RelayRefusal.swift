/// Why a relay publishes nothing until an operator has decided.
public enum RelayRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// Kafka's position belongs to a database that this one is not a continuation of.
  case otherDatabase
  /// Kafka is ahead: this database was restored to an earlier time.
  case databaseBehind
  /// The broker holds another incarnation than this schema knows.
  case otherBroker

  public var description: String {
    switch self {
    case .otherDatabase:
      "the topics were written from another database cluster; if this one replaces it, run `outbox recover`"
    case .databaseBehind:
      "the topics are ahead of the database: it was restored to an earlier time; run `outbox recover`, which leaves "
        + "out what is published already"
    case .otherBroker:
      "the broker's incarnation is not the one this schema knows: a fresh schema at a used broker, or another broker; "
        + "check the addresses, then run `outbox recover`"
    }
  }
}
