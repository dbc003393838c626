/// The functions that cut text (CESQL 1.0 §3.5.1). Characters are Unicode scalars and counted from one.
enum CESQLText {
  /// Without white space, as Unicode has it, at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let front = scalars.drop { $0.properties.isWhitespace }
    guard let last = front.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(front[...last])
  }

  static func left(_ text: String, _ count: Int32) -> CESQLFunction.Answer {
    guard count >= 0 else { return (.string(text), negative("LEFT")) }
    return (.string(String(text.unicodeScalars.prefix(Int(count)))), nil)
  }

  static func right(_ text: String, _ count: Int32) -> CESQLFunction.Answer {
    guard count >= 0 else { return (.string(text), negative("RIGHT")) }
    return (.string(String(text.unicodeScalars.suffix(Int(count)))), nil)
  }

  /// - Parameter position: from the end when it is negative; at 0 there is nothing.
  static func substring(_ text: String, from position: Int32, length: Int32?) -> CESQLFunction.Answer {
    let scalars = text.unicodeScalars
    let (count, position) = (scalars.count, Int(position))
    if let length, length < 0 { return (.string(""), negative("SUBSTRING")) }
    guard -count...count ~= position else {
      return (
        .string(""), CESQLError(.functionEvaluation, "SUBSTRING begins outside of the text.")
      )
    }
    guard position != 0 else { return (.string(""), nil) }
    let rest = scalars.dropFirst(position > 0 ? position - 1 : count + position)
    return (.string(String(length.map { rest.prefix(Int($0)) } ?? rest)), nil)
  }

  private static func negative(_ function: String) -> CESQLError {
    CESQLError(.functionEvaluation, "\(function) was asked for a negative number of characters.")
  }
}
