/// Where the service listens for HTTP.
public struct HTTPConfiguration: Sendable {
  /// The address to listen on.
  public var host: String
  /// The port; 0 takes any free one, for tests.
  public var port: Int
  /// The largest request body in bytes.
  public var maximumBody: Int

  public init(host: String = "0.0.0.0", port: Int = 8080, maximumBody: Int = 1_048_576) {
    self.host = host
    self.port = port
    self.maximumBody = maximumBody
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
  }

  public static let title = "HTTP"
  public static let keys = [Keys.host.description, Keys.port.description, Keys.maximumBody.description]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let host = scope.read(Keys.host)
    let port = scope.read(Keys.port)
    let maximumBody = scope.read(Keys.maximumBody)
    guard let host, let port, let maximumBody, scope.problems.isEmpty else { throw scope.error }
    self.init(host: host, port: port, maximumBody: maximumBody)
  }
}
