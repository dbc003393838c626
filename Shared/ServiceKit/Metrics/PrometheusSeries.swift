/// One series of a metric family: it knows its values and how they are written.
protocol PrometheusSeries: AnyObject, Sendable {
  /// Appends the sample lines.
  /// - Parameters:
  ///   - name: the family's name.
  ///   - labels: what stands between the braces, without them.
  func write(name: String, labels: String, to text: inout String)

  /// Back to zero.
  func reset()
}

extension PrometheusSeries {
  /// One line: name, labels, value.
  static func sample(_ name: String, _ labels: String, _ value: Double, to text: inout String) {
    text += labels.isEmpty ? "\(name) " : "\(name){\(labels)} "
    text += number(value)
    text += "\n"
  }

  /// A number as the text format has it: whole numbers without a fraction.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if value == value.rounded(), abs(value) < 9e15 { return String(Int64(value)) }
    return String(value)
  }
}
