/// Evaluates an expression on the attributes of one event (CESQL 1.0 §3): total, and without effect on anything.
///
/// Every part comes to a value of its type, whatever happens; what went wrong on the way is noted beside it. An operator
/// or function that is given something that went wrong, or an attribute that the event has not, comes to the zero value
/// of its own type (§3.2, §3.3).
struct CESQLEvaluator {
  /// The value of an attribute by its name; nil when the event has none.
  typealias Attributes = (String) -> CESQLValue?

  private let attributes: Attributes
  /// Whether to go no further than the first error (§4.1): what comes after it can change nothing for a filter.
  private let failsFast: Bool
  private(set) var errors: [CESQLError] = []

  init(failsFast: Bool = false, attributes: @escaping Attributes) {
    self.attributes = attributes
    self.failsFast = failsFast
  }

  /// The value of an expression.
  mutating func value(of expression: CESQLExpression) -> CESQLValue {
    switch expression {
    case .literal(let value): return value
    case .attribute(let name):
      if let value = attributes(name) { return value }
      errors.append(CESQLError(.missingAttribute, "The event has no attribute \(name)."))
      // Where nothing says which type was expected, it is a Boolean (§3.2).
      return .boolean(false)
    case .not(let part): return .boolean(operand(part).flatMap { flag($0) } == false)
    case .minus(let part):
      guard let number = operand(part).flatMap({ number($0) }) else { return .integer(0) }
      return arithmetic(.minus, 0, number)
    case .binary(.and, let left, let right): return .boolean(both(left, right))
    case .binary(.or, let left, let right): return .boolean(either(left, right))
    case .binary(let sign, let left, let right): return binary(sign, operand(left), operand(right))
    case .like(let part, let pattern, let isNegated):
      return .boolean(operand(part).map { pattern.matches($0.text) != isNegated } ?? false)
    case .exists(let name): return .boolean(attributes(name) != nil)
    case .isIn(let part, let set, let isNegated): return .boolean(isIn(part, set, isNegated))
    case .call(let name, let arguments): return call(name, arguments)
    }
  }

  /// The value of a part; nil when something went wrong in it.
  private mutating func operand(_ expression: CESQLExpression) -> CESQLValue? {
    if failsFast, !errors.isEmpty { return nil }
    let before = errors.count
    let value = value(of: expression)
    return errors.count == before ? value : nil
  }

  /// The right side is not looked at when the left one is false.
  private mutating func both(_ left: CESQLExpression, _ right: CESQLExpression) -> Bool {
    guard operand(left).flatMap({ flag($0) }) == true else { return false }
    return operand(right).flatMap { flag($0) } == true
  }

  /// The right side is not looked at when the left one is true.
  private mutating func either(_ left: CESQLExpression, _ right: CESQLExpression) -> Bool {
    guard let first = operand(left).flatMap({ flag($0) }) else { return false }
    return first || operand(right).flatMap { flag($0) } == true
  }

  private mutating func binary(_ sign: CESQLOperator, _ left: CESQLValue?, _ right: CESQLValue?) -> CESQLValue {
    guard let left, let right else { return sign.result.zero }
    switch sign {
    case .equal: return .boolean(equality(left, right) == true)
    case .unequal: return .boolean(equality(left, right) == false)
    case .and, .or, .xor:
      guard let left = flag(left), let right = flag(right) else { return .boolean(false) }
      return .boolean(left != right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .times, .divided, .modulo:
      guard let left = number(left), let right = number(right) else { return sign.result.zero }
      switch sign {
      case .less: return .boolean(left < right)
      case .lessOrEqual: return .boolean(left <= right)
      case .greater: return .boolean(left > right)
      case .greaterOrEqual: return .boolean(left >= right)
      default: return arithmetic(sign, left, right)
      }
    }
  }

  /// Equal is defined for each type: the right operand says which is meant, and the left is cast to it (§3.7).
  private mutating func equality(_ left: CESQLValue, _ right: CESQLValue) -> Bool? {
    cast(left, to: right.type).map { $0 == right }
  }

  private mutating func isIn(_ part: CESQLExpression, _ set: [CESQLExpression], _ isNegated: Bool) -> Bool {
    let value = operand(part)
    var isFound = false
    var isWhole = value != nil
    for element in set {
      // The left side says the type here, unlike with `=`.
      if let other = operand(element), let value, let cast = cast(other, to: value.type) {
        if cast == value { isFound = true }
      } else {
        isWhole = false
      }
    }
    return isWhole && isFound != isNegated
  }

  private mutating func call(_ name: String, _ arguments: [CESQLExpression]) -> CESQLValue {
    guard let function = CESQLFunction.named(name, arguments: arguments.count) else {
      errors.append(
        CESQLError(.missingFunction, "There is no function \(name) with so many arguments."))
      return .boolean(false)
    }
    var given: [CESQLValue] = []
    for (index, argument) in arguments.enumerated() {
      if let value = operand(argument).flatMap({ cast($0, to: function.parameter(at: index)) }) { given.append(value) }
    }
    guard given.count == arguments.count else { return function.result.zero }
    let answer = function.body(given)
    if let error = answer.error { errors.append(error) }
    return answer.value
  }

  /// Division and remainder round towards zero; what does not fit 32 bits is an error.
  private mutating func arithmetic(_ sign: CESQLOperator, _ left: Int32, _ right: Int32) -> CESQLValue {
    let (left, right) = (Int64(left), Int64(right))
    if right == 0, sign == .divided || sign == .modulo {
      errors.append(CESQLError(.math, "Something is divided by zero."))
      return .integer(0)
    }
    let result: Int64 =
      switch sign {
      case .plus: left + right
      case .minus: left - right
      case .times: left * right
      case .divided: left / right
      default: left % right
      }
    guard let fitting = Int32(exactly: result) else {
      errors.append(CESQLError(.math, "The result of \(sign.rawValue) does not fit 32 bits."))
      return .integer(0)
    }
    return .integer(fitting)
  }

  private mutating func flag(_ value: CESQLValue) -> Bool? { cast(value, to: .boolean)?.flag }

  private mutating func number(_ value: CESQLValue) -> Int32? { cast(value, to: .integer)?.number }

  /// The value as a type; nil, with an error, where that cannot be.
  private mutating func cast(_ value: CESQLValue, to type: CESQLType) -> CESQLValue? {
    if let cast = value.cast(to: type) { return cast }
    errors.append(CESQLError(.cast, "A \(value.type.rawValue) is not the \(type.rawValue) that is wanted."))
    return nil
  }
}
