/// Which city's rules are applied.
public struct RulesConfiguration: Sendable {
  /// The name of the profile, as in the name of its rule pack.
  public var profile: String

  public init(profile: String = "national") {
    self.profile = profile
  }
}

extension RulesConfiguration: ConfigurationArea {
  enum Keys {
    static let profile = ConfigurationKey(
      "RULES_PROFILE", .text, default: "national", "The city whose rule pack is applied")
  }

  public static let title = "Rules"
  public static let keys = [Keys.profile.description]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let profile = scope.read(Keys.profile)
    guard let profile, scope.problems.isEmpty else { throw scope.error }
    self.init(profile: profile)
  }
}
