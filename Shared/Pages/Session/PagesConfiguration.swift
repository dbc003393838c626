public import ServiceKit

/// How people come to the pages, as an operator sets it.
public struct PagesConfiguration: Sendable {
  /// Under which address browsers reach this service, without a slash at its end.
  public var address: String?
  /// Where the pages of each service are, by the service's name.
  public var services: [(name: String, address: String)]
  /// Names and passwords with their tokens; for trying the system.
  public var localLogins: LocalLogins?
  /// The provider that people sign in with.
  public var provider: OpenIDProvider?

  public init(
    address: String? = nil, services: [(name: String, address: String)] = [], localLogins: LocalLogins? = nil,
    provider: OpenIDProvider? = nil
  ) {
    self.address = address
    self.services = services
    self.localLogins = localLogins
    self.provider = provider
  }

  /// Cookies go over TLS alone where browsers use it.
  var isSecure: Bool { address?.hasPrefix("https://") == true }
}

extension PagesConfiguration: ConfigurationArea {
  enum Keys {
    static let address = ConfigurationKey(
      "PAGES_ADDRESS", .text,
      "Under which address browsers reach this service, such as https://petitions.example; needed for OpenID Connect")
    static let services = ConfigurationKey(
      "PAGES_SERVICES", ConfigurationType(name: "list", range: "name=address, separated by commas", read: read),
      "Where browsers and the operators' page find the four services; the bar links to them")
    static let logins = ConfigurationKey(
      "PAGES_LOCAL_LOGINS", .text,
      "A file of names, passwords and tokens that open the pages, for trying the system; refused in production")
    static let issuer = ConfigurationKey(
      "OIDC_ISSUER", .text, "The OpenID Connect provider that people sign in with, as an address; none without it")
    static let client = ConfigurationKey("OIDC_CLIENT_ID", .text, "The name of the pages at the provider")
    static let secret = ConfigurationKey(
      "OIDC_CLIENT_SECRET", .text, isSecret: true, "The secret of the pages at the provider, where it wants one")
    static let scopes = ConfigurationKey(
      "OIDC_SCOPES", .text, default: "openid", "What is asked for at the provider, separated by blanks")

    private static func read(_ text: String) -> [(name: String, address: String)]? {
      var found: [(String, String)] = []
      for part in text.split(separator: ",") {
        let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
        guard halves.count == 2, halves[1].hasPrefix("http"), !halves[1].hasSuffix("/") else { return nil }
        found.append((halves[0], halves[1]))
      }
      return found
    }
  }

  public static let title = "Pages"
  public static let keys = [
    Keys.address.description, Keys.services.description, Keys.logins.description, Keys.issuer.description,
    Keys.client.description, Keys.secret.description, Keys.scopes.description,
  ]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let address = scope.readIfPresent(Keys.address)
    let services = scope.readIfPresent(Keys.services)
    let logins = scope.readIfPresent(Keys.logins)
    let issuer = scope.readIfPresent(Keys.issuer)
    let client = scope.readIfPresent(Keys.client)
    let secret = scope.readIfPresent(Keys.secret)
    let scopes = scope.read(Keys.scopes)
    var known: LocalLogins?
    if let logins {
      do { known = try LocalLogins(path: logins) } catch { scope.note(Keys.logins.name, "\(error)") }
    }
    // A place whose settings cannot be read is its own area's problem; here it counts as production.
    let environment = (try? DeploymentConfiguration(reader))?.environment ?? .production
    if logins != nil, environment == .production {
      scope.note(Keys.logins.name, "is refused in production: passwords in a file are for trying the system")
    }
    if let issuer, !OpenIDProvider.isSafe(issuer) {
      scope.note(Keys.issuer.name, "must be an https address; plain http is for loopback addresses")
    }
    if issuer != nil, client == nil { scope.note(Keys.client.name, "is needed beside OIDC_ISSUER") }
    if issuer != nil, address == nil { scope.note(Keys.address.name, "is needed beside OIDC_ISSUER") }
    guard scope.problems.isEmpty else { throw scope.error }
    self.init(address: address, services: services ?? [], localLogins: known)
    if let issuer, let client, let address {
      provider = OpenIDProvider(
        issuer: issuer, client: client, secret: secret, scopes: scopes ?? "openid",
        returnAddress: address + "/pages/sign-in/return")
    }
  }
}
