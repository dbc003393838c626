/// One line of a derivation, such as `C 单位治理成本 = 5 元/吨(实际调查法:合同)`, taken apart for a table: what it is about, the
/// formula with its value, and where it comes from.
struct DerivationLine: Sendable, Equatable {
  let name: String
  /// Empty for a line that states something without a formula.
  let formula: String
  let source: String

  init(_ line: String) {
    var rest = line[...]
    var source = ""
    // What stands in parentheses at the end says where it comes from; it begins right behind the value.
    if rest.hasSuffix(")"), let open = Self.start(of: rest) {
      source = String(rest[rest.index(after: open)...].dropLast())
      rest = rest[..<open]
    }
    self.source = source
    let text = String(rest)
    guard !text.hasPrefix("方法:"), let sign = text.firstRange(of: " = ") else {
      let parts = text.split(separator: ":", maxSplits: 1)
      (name, formula) = parts.count == 2 ? (String(parts[0]), String(parts[1])) : (text, "")
      return
    }
    name = String(text[..<sign.lowerBound])
    formula = String(text[sign.upperBound...])
  }

  var values: [String: any Sendable] { ["name": name, "formula": formula, "source": source] }

  /// The first parenthesis behind the last `=` or `:` that follows a character directly, as none of a formula does.
  private static func start(of line: Substring) -> Substring.Index? {
    var from = line.startIndex
    if let sign = line.firstRange(of: " = ") { from = sign.upperBound }
    var index = from
    var before: Character = " "
    while index < line.endIndex {
      if line[index] == "(", before != " ", before != "(" { return index }
      before = line[index]
      index = line.index(after: index)
    }
    return nil
  }
}
