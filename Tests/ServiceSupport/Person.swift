public import ServiceKit

/// Who calls a service in a test, believed as it says who it is.
public struct Person: Sendable {
  public let name: String
  let roles: String
  let regions: String

  /// - Parameters:
  ///   - roles: with commas between them.
  ///   - regions: as well.
  public init(_ name: String, _ roles: String = "clerk,handler,supervisor,leader", regions: String) {
    self.name = name
    self.roles = roles
    self.regions = regions
  }

  /// - Returns: nil for what ``token`` does not make.
  public init?(token: some StringProtocol) {
    let parts = token.split(separator: "~").map { String($0).replacing("+", with: ",") }
    guard parts.count == 3 else { return nil }
    self.init(parts[0], parts[1], regions: parts[2])
  }

  /// What the session of a browser keeps for this person.
  public var token: String {
    [name, roles, regions].map { $0.replacing(",", with: "+") }.joined(separator: "~")
  }

  public var principal: Principal {
    Principal(
      subject: name, roles: Set(roles.split(separator: ",").compactMap { Role(rawValue: String($0)) }),
      regions: Set(regions.split(separator: ",").compactMap { RegionScope(String($0)) }))
  }
}
