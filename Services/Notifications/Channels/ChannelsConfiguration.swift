import Contracts
import NIOSSL
import ServiceKit

/// The channels of an installation: which are connected, and how.
struct ChannelsConfiguration: Sendable {
  /// Nil where e-mail is not connected.
  var mail: SMTPServer?
  var sms: GatewayDescription?
  var voice: GatewayDescription?
  var wechat: GatewayDescription?
}

extension ChannelsConfiguration: ConfigurationArea {
  enum Keys {
    static let host = ConfigurationKey("SMTP_HOST", .text, "The mail server; e-mail is not connected without it")
    static let port = ConfigurationKey("SMTP_PORT", .integer(1...65_535), default: "587", "Its port")
    static let security = ConfigurationKey(
      "SMTP_SECURITY", .choice(SMTPServer.Security.self), default: "starttls",
      "How the conversation is encrypted; none is refused in production and with SMTP_USER")
    static let user = ConfigurationKey("SMTP_USER", .text, "Who signs in; nobody does without it")
    static let password = ConfigurationKey("SMTP_PASSWORD", .text, isSecret: true, "The password of SMTP_USER")
    static let from = ConfigurationKey("SMTP_FROM", .text, "The sender's mailbox; required with SMTP_HOST")
    static let fromName = ConfigurationKey("SMTP_FROM_NAME", .text, "The sender's name, as addressees see it")
    static let timeout = ConfigurationKey(
      "SMTP_TIMEOUT_SECONDS", .seconds(1...30), default: "20", "How long one message may take")
    static let connections = ConfigurationKey(
      "SMTP_CONNECTIONS", .integer(1...64), default: "4", "The most connections at once")
    static let trusted = ConfigurationKey(
      "SMTP_TRUSTED_FILE", .text, "Certificates trusted beside the system's, as a PEM file")
    static let sms = gateway("SMS_GATEWAY", "short messages")
    static let voice = gateway("VOICE_GATEWAY", "calls by machine")
    static let wechat = gateway("WECHAT_GATEWAY", "WeChat messages")

    private static func gateway(_ name: String, _ what: String) -> ConfigurationKey<String> {
      ConfigurationKey(
        name, .text, isSecret: true, "The HTTP gateway for \(what), as a JSON description; not connected without it")
    }
  }

  static let title = "Channels"
  static let keys = [
    Keys.host.description, Keys.port.description, Keys.security.description, Keys.user.description,
    Keys.password.description, Keys.from.description, Keys.fromName.description, Keys.timeout.description,
    Keys.connections.description, Keys.trusted.description, Keys.sms.description, Keys.voice.description,
    Keys.wechat.description,
  ]

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    // An environment that cannot be read is its own area's problem; here it counts as production.
    let environment = (try? DeploymentConfiguration(reader))?.environment ?? .production
    let isProduction = environment == .production
    self.init()
    mail = Self.mail(&scope, isProduction: isProduction)
    sms = Self.gateway(Keys.sms, &scope, isProduction: isProduction)
    voice = Self.gateway(Keys.voice, &scope, isProduction: isProduction)
    wechat = Self.gateway(Keys.wechat, &scope, isProduction: isProduction)
    guard scope.problems.isEmpty else { throw scope.error }
  }

  private static func mail(_ scope: inout ConfigurationScope, isProduction: Bool) -> SMTPServer? {
    guard let host = scope.readIfPresent(Keys.host) else { return nil }
    let (port, security) = (scope.read(Keys.port), scope.read(Keys.security))
    let (user, password) = (scope.readIfPresent(Keys.user), scope.readIfPresent(Keys.password))
    let (timeout, connections) = (scope.read(Keys.timeout), scope.read(Keys.connections))
    let name = scope.readIfPresent(Keys.fromName)
    let from = scope.read(Keys.from).flatMap(MailAddress.init)
    if from == nil { scope.note(Keys.from.name, "is required with SMTP_HOST, and is a mailbox in ASCII") }
    if security == SMTPServer.Security.none, isProduction || user != nil {
      scope.note(Keys.security.name, "is refused: mail and passwords would go in the open")
    }
    if (user == nil) != (password == nil) { scope.note(Keys.password.name, "goes with SMTP_USER") }
    let trusted = certificates(&scope)
    guard let port, let security, let timeout, let connections, let from, let trusted else { return nil }
    return SMTPServer(
      host: host, port: port, security: security, user: user, password: password, from: from, fromName: name,
      timeout: timeout, connections: connections, trusted: trusted)
  }

  /// The certificates of a PEM file.
  static func trusted(_ file: String) throws -> [NIOSSLCertificate] { try NIOSSLCertificate.fromPEMFile(file) }

  private static func certificates(_ scope: inout ConfigurationScope) -> [NIOSSLCertificate]? {
    guard let file = scope.readIfPresent(Keys.trusted) else { return [] }
    if let found = try? Self.trusted(file), !found.isEmpty { return found }
    scope.note(Keys.trusted.name, "is no PEM file of certificates")
    return nil
  }

  private static func gateway(
    _ key: ConfigurationKey<String>, _ scope: inout ConfigurationScope, isProduction: Bool
  ) -> GatewayDescription? {
    guard let text = scope.readIfPresent(key) else { return nil }
    do throws(ContractViolation) {
      return try GatewayDescription(text, allowsPlain: !isProduction)
    } catch {
      scope.note(key.name, "is no description of a gateway: \(error.field) \(error.code.rawValue)")
      return nil
    }
  }
}
