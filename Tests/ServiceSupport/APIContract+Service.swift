internal import Contracts
internal import Hummingbird
public import ServiceKit
public import Support

extension APIContract {
  /// What a service says of itself.
  public init(of service: (some HostedService).Type) throws {
    self = try APIContract(try OpenAPIDocument(service.http).json().bytes)
  }

  /// The operations that are a service's own, beside those that all have.
  public static func operations(of service: (some HostedService).Type) throws -> [Operation] {
    let common = try APIContract(try OpenAPIDocument(HTTPContract(title: "", summary: "", parts: [])).json().bytes)
    return try APIContract(of: service).operations(beyond: common)
  }

  /// `METHOD /path` of every route that a service has.
  public static func routes(of application: some HostedService) -> [String] {
    let service = ServiceRouter(configuration: HTTPConfiguration())
    application.register(on: service.open.group(), open: service.open)
    return service.descriptions
  }
}
