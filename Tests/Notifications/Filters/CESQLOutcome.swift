@testable import Notifications

/// What an expression comes to on an event with some attributes: its value and the kinds of its errors.
struct CESQLOutcome: Equatable, CustomStringConvertible {
  let value: CESQLValue
  let errors: [CESQLError.Kind]

  init(_ value: CESQLValue, _ errors: CESQLError.Kind...) {
    self.value = value
    self.errors = errors
  }

  /// The event of these tests. Its `flag` and `hop` have the types that a structured event may give them.
  static let attributes: [String: CESQLValue] = [
    "specversion": .string("1.0"), "id": .string("e-1"), "source": .string("/ecoredress/petitions"),
    "type": .string("ecoredress.petition.accepted.v1"), "subject": .string("P-7"), "kind": .string("noise"),
    "region": .string("360482"), "sequence": .string("00000000000000000012"), "word": .string("污染abc"),
    "hop": .integer(3), "flag": .boolean(true), "empty": .string(""),
  ]

  /// Reads and evaluates a text.
  init(of text: String) throws {
    let found = try CESQL(text).evaluate { CESQLOutcome.attributes[$0] }
    value = found.value
    errors = found.errors.map(\.kind)
  }

  var description: String { "\(value) \(errors)" }
}

extension CESQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int32) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
