public import Contracts
public import Hummingbird

/// What is known about a request while it is handled.
public struct ServiceRequestContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// The caller, once a token was verified; nil for nobody.
  public var principal: Principal?
  /// The id under which logs and problems speak of this request.
  public internal(set) var requestID: String
  /// The place of this request in a distributed trace, for events that it causes.
  public internal(set) var traceParent: TraceParent?
  /// The largest body accepted, in bytes.
  public internal(set) var maximumBody: Int
  /// How long the body may take to come.
  public internal(set) var patience: Duration
  /// The address the request came from: that of the connection, or what the trusted proxies saw. Nil where there is no
  /// network in between. It is personal data: never log or store it as it is.
  public internal(set) var clientAddress: String?
  /// The other routes of the service.
  var inner: InnerRouter?

  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    requestID = ""
    maximumBody = 1_048_576
    patience = .seconds(75)
    clientAddress = source.channel.remoteAddress?.ipAddress
  }

  public var maxUploadSize: Int { maximumBody }
}

extension ServiceRequestContext {
  /// The caller, who must have one of these roles.
  /// - Throws: ``Problem``: 401 without a caller, 403 without a role.
  @discardableResult
  public func require(_ roles: Role...) throws(Problem) -> Principal { try require(anyOf: roles) }

  /// The caller, who must have one of these roles in this region.
  /// - Parameter region: the six-digit code of the case, not of the request: what the caller says about the region
  ///   proves nothing.
  /// - Throws: ``Problem``: 401 without a caller, 403 without the role or outside the region.
  @discardableResult
  public func require(_ roles: Role..., region: String) throws(Problem) -> Principal {
    let principal = try require(anyOf: roles)
    guard principal.mayAct(in: region) else { throw .regionForbidden(region) }
    return principal
  }

  private func require(anyOf roles: [Role]) throws(Problem) -> Principal {
    guard let principal else { throw .unauthenticated }
    guard !principal.roles.isDisjoint(with: roles) else { throw .roleMissing(roles) }
    return principal
  }
}
