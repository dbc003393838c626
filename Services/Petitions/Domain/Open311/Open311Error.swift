import Contracts

/// Why a request of a 311 client is refused: the number and the words of GeoReport v2.
struct Open311Error: Error, Equatable {
  let status: Int
  let description: String

  static func missing(_ name: String) -> Self { Self(status: 400, description: "\(name) was not provided") }
  static func invalid(_ name: String, _ expected: String) -> Self {
    Self(status: 400, description: "\(name) is not valid: expected \(expected)")
  }
  static func unknown(_ name: String) -> Self { Self(status: 404, description: "\(name) provided was not found") }

  /// What the contract of complaints does not allow, in the words of the contract.
  init(violation: ContractViolation) {
    let field = violation.field.split(separator: ".").last.map(String.init) ?? "the report"
    self.init(status: 400, description: "\(field) is not valid: \(violation.message)")
  }

  init(status: Int, description: String) {
    self.status = status
    self.description = description
  }
}
