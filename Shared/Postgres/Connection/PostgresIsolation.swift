/// How much a transaction sees of others that run beside it.
public enum PostgresIsolation: String, Sendable {
  /// Each statement sees what was committed before the statement began: PostgreSQL's default.
  case readCommitted = "read committed"
  /// All statements see what was committed before the first of them; a lost update is error 40001.
  case repeatableRead = "repeatable read"
  /// As if transactions ran one after the other; what cannot is error 40001.
  case serializable = "serializable"
}
