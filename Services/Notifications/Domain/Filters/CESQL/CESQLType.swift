/// The primitive types of CloudEvents SQL (CESQL 1.0 §3.1).
enum CESQLType: String, Sendable, CaseIterable {
  case string
  case integer
  case boolean

  /// What an expression of this type comes to when there is nothing better to answer.
  var zero: CESQLValue {
    switch self {
    case .string: .string("")
    case .integer: .integer(0)
    case .boolean: .boolean(false)
    }
  }
}
