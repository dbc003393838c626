/// Whether and where spans are exported. The names are OpenTelemetry's.
public struct TracingConfiguration: Sendable {
  /// The base of the collector's address; nil traces nothing.
  public var endpoint: String?
  /// Sent to the collector with each request.
  public var headers: [String: String]
  /// Which share of the traces that begin with us is recorded, 0 to 1.
  public var ratio: Double
  /// Said of every span.
  public var resource: [String: String]

  public init(
    endpoint: String? = nil, headers: [String: String] = [:], ratio: Double = 1, resource: [String: String] = [:]
  ) {
    self.endpoint = endpoint
    self.headers = headers
    self.ratio = ratio
    self.resource = resource
  }
}

extension TracingConfiguration: ConfigurationArea {
  enum Keys {
    static let endpoint = ConfigurationKey(
      "OTEL_EXPORTER_OTLP_ENDPOINT", .url(schemes: "http", "https"),
      "The collector that spans are sent to by OTLP over HTTP, without /v1/traces; unset, nothing is traced")
    static let headers = ConfigurationKey(
      "OTEL_EXPORTER_OTLP_HEADERS", .pairs, isSecret: true, "Headers for the collector, such as its key")
    static let ratio = ConfigurationKey(
      "OTEL_TRACES_SAMPLER_ARG", .ratio, default: "1",
      "Which share of traces is recorded, by their id; a trace that others began is as they decided")
    static let resource = ConfigurationKey(
      "OTEL_RESOURCE_ATTRIBUTES", .pairs, "Said of every span beside the name of the service")
  }

  public static let title = "Traces"
  public static let keys = [
    Keys.endpoint.description, Keys.headers.description, Keys.ratio.description, Keys.resource.description,
  ]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let endpoint = scope.readIfPresent(Keys.endpoint)
    let headers = scope.readIfPresent(Keys.headers)
    let ratio = scope.read(Keys.ratio)
    let resource = scope.readIfPresent(Keys.resource)
    guard let ratio, scope.problems.isEmpty else { throw scope.error }
    self.init(endpoint: endpoint, headers: headers ?? [:], ratio: ratio, resource: resource ?? [:])
  }
}
