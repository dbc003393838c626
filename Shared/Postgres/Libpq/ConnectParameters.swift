extension PostgresConfiguration {
  /// The parameters of `PQconnectStartParams`: the URL's, then what every session of ours has.
  var connectParameters: [String: String] {
    var parameters = connectionSettings
    parameters["application_name"] = applicationName
    parameters["client_encoding"] = "UTF8"
    // A peer that is gone without a word is noticed in seconds, not in the two hours of the kernel's default.
    let keepalive = ["keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3"]
    parameters.merge(keepalive) { own, _ in own }
    if parameters["tcp_user_timeout"] == nil { parameters["tcp_user_timeout"] = "15000" }
    let ours = sessionOptions.map { "-c \(Self.escaped("\($0.name)=\($0.value)"))" }.joined(separator: " ")
    parameters["options"] = [parameters["options"], ours].compactMap { $0 }.joined(separator: " ")
    return parameters
  }

  private var sessionOptions: [(name: String, value: String)] {
    var options = [
      ("TimeZone", "UTC"),
      ("statement_timeout", Self.milliseconds(statementTimeout)),
      ("lock_timeout", Self.milliseconds(lockTimeout)),
      ("idle_in_transaction_session_timeout", Self.milliseconds(idleInTransactionTimeout)),
      ("idle_session_timeout", Self.milliseconds(idleSessionTimeout)),
      // A statement whose client is gone ends by itself and frees its locks.
      ("client_connection_check_interval", "5000"),
    ]
    if let searchPath {
      let quoted = searchPath.map { name in
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      }
      options.append(("search_path", quoted.joined(separator: ",")))
    }
    return options + sessionSettings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func milliseconds(_ duration: Duration) -> String {
    String(Int(max(0, min(duration / .milliseconds(1), Double(Int32.max))).rounded(.up)))
  }

  /// The server splits the options at blanks; a backslash keeps one.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if character == " " || character == "\\" { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }
}
