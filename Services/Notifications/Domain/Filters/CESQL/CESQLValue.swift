/// A value of CloudEvents SQL (CESQL 1.0 §3.1).
enum CESQLValue: Sendable, Hashable {
  case string(String)
  /// A signed number of 32 bits.
  case integer(Int32)
  case boolean(Bool)

  var type: CESQLType {
    switch self {
    case .string: .string
    case .integer: .integer
    case .boolean: .boolean
    }
  }

  /// The text of the value, as a cast to String has it (§3.7); always possible.
  var text: String {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .boolean(let flag): flag ? "true" : "false"
    }
  }

  /// The value as a number; nil where a cast to Integer is an error: text that is no signed number of 32 bits in base 10.
  var number: Int32? {
    switch self {
    case .string(let text): Int32(text)
    case .integer(let number): number
    case .boolean(let flag): flag ? 1 : 0
    }
  }

  /// The value as true or false; nil where a cast to Boolean is an error: text that is neither word, in whatever case.
  var flag: Bool? {
    switch self {
    case .string(let text): ["true": true, "false": false][text.lowercased()]
    case .integer(let number): number != 0
    case .boolean(let flag): flag
    }
  }

  /// The value as another type; nil where the cast is an error.
  func cast(to type: CESQLType) -> CESQLValue? {
    switch type {
    case .string: .string(text)
    case .integer: number.map(CESQLValue.integer)
    case .boolean: flag.map(CESQLValue.boolean)
    }
  }

  /// Equal by type and value; text scalar by scalar, so that letters composed in different ways differ.
  static func == (left: CESQLValue, right: CESQLValue) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.integer(let left), .integer(let right)): left == right
    case (.boolean(let left), .boolean(let right)): left == right
    default: false
    }
  }
}
