/// A function of CloudEvents SQL (CESQL 1.0 §3.5): its parameters' types, its result's type, and what it does.
struct CESQLFunction: Sendable {
  /// What a function answers: always a value, perhaps an error beside it.
  typealias Answer = (value: CESQLValue, error: CESQLError?)

  /// The types of the parameters there must be.
  let parameters: [CESQLType]
  /// The type of any number of arguments more; nil when there may be none.
  var more: CESQLType?
  let result: CESQLType
  /// The arguments come in the types of the parameters.
  let body: @Sendable ([CESQLValue]) -> Answer

  /// The type of the argument at an index.
  func parameter(at index: Int) -> CESQLType { index < parameters.count ? parameters[index] : more ?? .string }

  /// The function that a call means; nil when there is none.
  static func named(_ name: String, arguments: Int) -> CESQLFunction? {
    all[name]?.first { $0.parameters.count == arguments || ($0.more != nil && $0.parameters.count < arguments) }
  }

  /// The names of all functions.
  static var names: [String] { all.keys.sorted() }

  /// All functions by name in upper case; those of one name differ in the number of their parameters.
  private static let all: [String: [CESQLFunction]] = [
    // The casts are implicit casts to the parameter.
    "INT": [CESQLFunction(parameters: [.integer], result: .integer) { ($0[0], nil) }],
    "BOOL": [CESQLFunction(parameters: [.boolean], result: .boolean) { ($0[0], nil) }],
    "STRING": [CESQLFunction(parameters: [.string], result: .string) { ($0[0], nil) }],
    "ABS": [CESQLFunction(parameters: [.integer], result: .integer) { absolute($0[0].number ?? 0) }],
    "LENGTH": [
      CESQLFunction(parameters: [.string], result: .integer) {
        (.integer(Int32(clamping: $0[0].text.unicodeScalars.count)), nil)
      }
    ],
    "CONCAT": [
      CESQLFunction(parameters: [], more: .string, result: .string) {
        (.string($0.map(\.text).joined()), nil)
      }
    ],
    "CONCAT_WS": [
      CESQLFunction(parameters: [.string], more: .string, result: .string) {
        (.string($0.dropFirst().map(\.text).joined(separator: $0[0].text)), nil)
      }
    ],
    "LOWER": [CESQLFunction(parameters: [.string], result: .string) { (.string($0[0].text.lowercased()), nil) }],
    "UPPER": [CESQLFunction(parameters: [.string], result: .string) { (.string($0[0].text.uppercased()), nil) }],
    "TRIM": [CESQLFunction(parameters: [.string], result: .string) { (.string(CESQLText.trimmed($0[0].text)), nil) }],
    "LEFT": [
      CESQLFunction(parameters: [.string, .integer], result: .string) {
        CESQLText.left($0[0].text, $0[1].number ?? 0)
      }
    ],
    "RIGHT": [
      CESQLFunction(parameters: [.string, .integer], result: .string) {
        CESQLText.right($0[0].text, $0[1].number ?? 0)
      }
    ],
    "SUBSTRING": [
      CESQLFunction(parameters: [.string, .integer], result: .string) {
        CESQLText.substring($0[0].text, from: $0[1].number ?? 0, length: nil)
      },
      CESQLFunction(parameters: [.string, .integer, .integer], result: .string) {
        CESQLText.substring($0[0].text, from: $0[1].number ?? 0, length: $0[2].number ?? 0)
      },
    ],
  ]

  private static func absolute(_ number: Int32) -> Answer {
    guard number != .min else {
      return (.integer(.max), CESQLError(.math, "ABS of -2147483648 does not fit 32 bits."))
    }
    return (.integer(abs(number)), nil)
  }
}
