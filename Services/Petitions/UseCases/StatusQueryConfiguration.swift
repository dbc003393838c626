import ServiceKit

/// How often the public query may be asked, as an operator sets it.
struct StatusQueryConfiguration: ConfigurationArea {
  enum Keys {
    static let perNumber = ConfigurationKey(
      "STATUS_QUERY_PER_NUMBER", .integer(3...1000), default: "10",
      "How many wrong codes for one petition number are answered within an hour")
    static let perAddress = ConfigurationKey(
      "STATUS_QUERY_PER_ADDRESS", .integer(3...100_000), default: "30",
      "How many public status queries from one address are answered within a minute")
  }

  static let title = "Public status query"
  static let keys = [Keys.perNumber.description, Keys.perAddress.description]

  let limits: StatusQueryLimits

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let perNumber = scope.read(Keys.perNumber)
    let perAddress = scope.read(Keys.perAddress)
    guard let perNumber, let perAddress, scope.problems.isEmpty else { throw scope.error }
    limits = StatusQueryLimits(perNumber: perNumber, perAddress: perAddress)
  }
}
