import NIOSSL

/// The mail server that takes our mail, and how to speak to it.
struct SMTPServer: Sendable {
  enum Security: String, Sendable, CaseIterable {
    /// Encrypted from the first command on; without it nothing is sent (RFC 3207).
    case startTLS = "starttls"
    /// Encrypted from the first byte (RFC 8314).
    case tls
    /// Not at all; refused in production.
    case none
  }

  var host: String
  var port = 587
  var security = Security.startTLS
  var user: String?
  var password: String?
  /// The sender's mailbox and name.
  var from: MailAddress
  var fromName: String?
  /// How long one message may take.
  var timeout = Duration.seconds(20)
  /// The most connections at once.
  var connections = 4
  /// How long a connection waits for the next message.
  var idle = Duration.seconds(30)
  /// Certificates that are trusted beside the system's, as a PEM file.
  var trusted: [NIOSSLCertificate] = []

  /// What encryption asks of the server: a trusted certificate for its name.
  func context() throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    if !trusted.isEmpty { configuration.additionalTrustRoots = [.certificates(trusted)] }
    configuration.minimumTLSVersion = .tlsv12
    return try NIOSSLContext(configuration: configuration)
  }
}
