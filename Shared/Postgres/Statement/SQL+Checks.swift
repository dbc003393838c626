extension SQL {
  /// The first word in lower case.
  private var firstWord: String {
    let start = parts[0].utf8.drop { $0 == 32 || ($0 >= 9 && $0 <= 13) }
    let word = start.prefix { ($0 | 32) >= UInt8(ascii: "a") && ($0 | 32) <= UInt8(ascii: "z") }
    return String(decoding: word.map { $0 | 32 }, as: UTF8.self)
  }

  private static let transactionWords: Set<String> = [
    "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release",
  ]

  /// Commands of the transaction itself: never prepared, since they must work in a failed transaction too, and never
  /// repeated by ourselves.
  var isTransactionControl: Bool { Self.transactionWords.contains(firstWord) }

  var isCopy: Bool { firstWord == "copy" }

  /// Refuses what would break the protocol before any of it is sent.
  func checkSendable(at index: Int) throws(PostgresError) {
    var error: PostgresError
    if isCopy {
      error = PostgresError(.misuse, "COPY runs by copyIn only")
    } else if parts.contains(where: { $0.utf8.contains(0) }) {
      // libpq takes the text as a C string: what follows U+0000 would be cut off in silence.
      error = PostgresError(.misuse, "the statement's text holds U+0000")
    } else if bindings.isTooLarge {
      error = PostgresError(.misuse, "more than 65,535 parameters or a gigabyte of values in one statement")
    } else {
      return
    }
    error.statementIndex = index
    throw error
  }
}
