/// Why a conversation with a mail server ended.
enum SMTPFailure: Error, Sendable, Equatable {
  /// Nobody answers there.
  case noConnection
  /// It does not answer in time.
  case timeout
  /// It closed the connection.
  case closed
  /// The encryption failed, or its certificate is not trusted.
  case tls
  /// It offers no encryption, and none is sent without.
  case noStartTLS
  /// It offers no way of signing in that we know, or refuses the password.
  case notSignedIn(Int)
  /// It refused a command; the codes of its answer.
  case refused(String)
  /// What it says is no SMTP, or says it out of turn.
  case malformed

  /// For the record.
  var word: String {
    switch self {
    case .noConnection: "smtp-no-connection"
    case .timeout: "smtp-timeout"
    case .closed: "smtp-closed"
    case .tls: "smtp-tls"
    case .noStartTLS: "smtp-no-starttls"
    case .notSignedIn(let code): "smtp-sign-in-\(code)"
    case .refused(let word): word
    case .malformed: "smtp-malformed"
    }
  }
}
