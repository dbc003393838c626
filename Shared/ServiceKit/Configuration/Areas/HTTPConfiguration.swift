/// Where the service listens for HTTP.
public struct HTTPConfiguration: Sendable {
  /// The address to listen on.
  public var host: String
  /// The port; 0 takes any free one, for tests.
  public var port: Int
  /// The largest request body in bytes.
  public var maximumBody: Int
  /// The most connections at once; more wait to be accepted.
  public var maximumConnections: Int
  /// How long a connection may be silent, and a request's head or body may take: who sends a byte now and then holds no
  /// place for ever.
  public var patience: Duration
  /// How many proxies of our own stand before the service, each of which adds to `X-Forwarded-For`.
  public var trustedProxies: Int
  /// How long the answer to a request with an `Idempotency-Key` is kept.
  public var idempotencyRetention: Duration

  public init(
    host: String = "0.0.0.0", port: Int = 8080, maximumBody: Int = 1_048_576,
    maximumConnections: Int = 2048, patience: Duration = .seconds(75), trustedProxies: Int = 0,
    idempotencyRetention: Duration = .seconds(86_400)
  ) {
    self.host = host
    self.port = port
    self.maximumBody = maximumBody
    self.maximumConnections = maximumConnections
    self.patience = patience
    self.trustedProxies = trustedProxies
    self.idempotencyRetention = idempotencyRetention
  }
}

extension HTTPConfiguration: ConfigurationArea {
  enum Keys {
    static let host = ConfigurationKey(
      "HTTP_HOST", .text, default: "0.0.0.0", "The address to listen on")
    static let port = ConfigurationKey(
      "HTTP_PORT", .integer(0...65_535), default: "8080", "The port to listen on; 0 takes any free one")
    static let maximumBody = ConfigurationKey(
      "HTTP_MAX_BODY", .bytes(1024...67_108_864), default: "1048576", "The largest request body accepted")
    static let maximumConnections = ConfigurationKey(
      "HTTP_MAX_CONNECTIONS", .integer(16...65_535), default: "2048", "The most connections at once; more wait")
    static let patience = ConfigurationKey(
      "HTTP_PATIENCE_SECONDS", .seconds(1...3600), default: "75",
      "How long a connection may be silent, and the head or body of a request may take to come")
    static let trustedProxies = ConfigurationKey(
      "HTTP_TRUSTED_PROXIES", .integer(0...8), default: "0",
      "How many proxies of our own stand in front; each adds the address it sees to X-Forwarded-For")
    static let idempotencyRetention = ConfigurationKey(
      "HTTP_IDEMPOTENCY_RETENTION", .seconds(60...2_592_000), default: "86400",
      "How long the answer to a request with an Idempotency-Key is kept, for the request sent again")
  }

  public static let title = "HTTP"
  public static let keys = [
    Keys.host.description, Keys.port.description, Keys.maximumBody.description, Keys.maximumConnections.description,
    Keys.patience.description, Keys.trustedProxies.description, Keys.idempotencyRetention.description,
  ]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let host = scope.read(Keys.host)
    let port = scope.read(Keys.port)
    let maximumBody = scope.read(Keys.maximumBody)
    let maximumConnections = scope.read(Keys.maximumConnections)
    let patience = scope.read(Keys.patience)
    let trustedProxies = scope.read(Keys.trustedProxies)
    let idempotencyRetention = scope.read(Keys.idempotencyRetention)
    guard let host, let port, let maximumBody, let maximumConnections, let patience, let trustedProxies,
      let idempotencyRetention, scope.problems.isEmpty
    else { throw scope.error }
    self.init(
      host: host, port: port, maximumBody: maximumBody, maximumConnections: maximumConnections, patience: patience,
      trustedProxies: trustedProxies, idempotencyRetention: idempotencyRetention)
  }
}
