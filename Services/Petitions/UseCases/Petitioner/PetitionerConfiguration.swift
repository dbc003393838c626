import ServiceKit

/// How long petitioners' data are kept, as an operator sets it.
struct PetitionerConfiguration: ConfigurationArea {
  enum Keys {
    static let retention = ConfigurationKey(
      "PETITIONER_RETENTION_DAYS", .integer(0...36_600), default: "3650",
      "How long after a case was filed its file must be kept, by the archive rules of the city: before, `erase` refuses"
    )
  }

  static let title = "Petitioners' data"
  static let keys = [Keys.retention.description]

  let erasure: Erasure

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let days = scope.read(Keys.retention)
    guard let days, scope.problems.isEmpty else { throw scope.error }
    erasure = Erasure(retention: .seconds(days * 86_400))
  }
}
