import Contracts
public import FoundationEssentials
public import Hummingbird

/// Reads the parameters of a list's query, and refuses what it does not know: a filter that is misspelt and passed over
/// would show more than was asked for.
public struct QueryReader: Sendable {
  private let values: [String: String]

  /// - Parameter names: the parameters that this list knows.
  /// - Throws: ``Problem`` 422 for a parameter of another name, given twice, or longer than 1,024 bytes.
  public init(_ request: Request, allowing names: Set<String>) throws(Problem) {
    var values: [String: String] = [:]
    for (name, value) in request.uri.queryParameters where !name.isEmpty {
      let name = String(name)
      guard names.contains(name) else { throw Self.unknown(names) }
      guard values.updateValue(String(value), forKey: name) == nil, value.utf8.count <= 1024 else {
        throw Self.invalid(name, "the parameter once, and at most 1024 bytes")
      }
    }
    self.values = values
  }

  /// The text of a parameter as it was sent; nil without it, also when it is empty.
  public func text(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// One of the codes of an enumeration.
  public func code<Code: RawRepresentable & CaseIterable>(
    _ name: String, as type: Code.Type = Code.self
  ) throws(Problem) -> Code? where Code.RawValue == String {
    guard let text = text(name) else { return nil }
    guard let code = Code(rawValue: text) else { throw Self.invalid(name, Self.names(Code.self)) }
    return code
  }

  /// Codes of an enumeration, separated by commas; empty without the parameter.
  public func codes<Code: RawRepresentable & CaseIterable>(
    _ name: String, as type: Code.Type = Code.self
  ) throws(Problem) -> [Code] where Code.RawValue == String {
    var codes: [Code] = []
    for part in (text(name) ?? "").split(separator: ",", omittingEmptySubsequences: true) {
      guard let code = Code(rawValue: String(part)) else { throw Self.invalid(name, Self.names(Code.self)) }
      if !codes.contains(where: { $0.rawValue == code.rawValue }) { codes.append(code) }
    }
    return codes
  }

  /// A whole number in a range.
  public func integer(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let text = text(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Self.invalid(name, "\(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// `true` or `false`.
  public func flag(_ name: String) throws(Problem) -> Bool? {
    guard let text = text(name) else { return nil }
    guard let flag = Bool(text) else { throw Self.invalid(name, "true or false") }
    return flag
  }

  /// An instant of RFC 3339 with its offset. A plus sign may be sent as it is.
  public func instant(_ name: String) throws(Problem) -> Date? {
    guard let text = text(name) else { return nil }
    guard let instant = RFC3339.date(from: text) else {
      throw Self.invalid(name, "an instant with its offset, such as 2026-01-06T08:00:00+08:00")
    }
    return instant
  }

  /// The divisions a list shows: the one asked for, else all of the caller's own. Six-digit codes; each covers those
  /// below it.
  /// - Throws: ``Problem`` 422 for what is no code, 403 for one outside the caller's territory.
  public func regions(_ name: String = "region", for principal: Principal) throws(Problem) -> [String] {
    guard let region = text(name) else { return principal.regions.map(\.code).sorted() }
    guard RegionScope(region) != nil else { throw Self.invalid(name, "six digits of GB/T 2260") }
    guard principal.mayAct(in: region) else { throw .regionForbidden(region) }
    return [region]
  }

  /// All parameters but these, in one fixed form: what a cursor belongs to.
  public func canonical(without names: Set<String>) -> String {
    values.filter { !names.contains($0.key) && !$0.value.isEmpty }
      .sorted { $0.key < $1.key }
      .map { "\($0.key.utf8.count):\($0.key)\($0.value.utf8.count):\($0.value)" }.joined()
  }

  /// A parameter that is not what it must be.
  public static func invalid(_ name: String, _ expected: String) -> Problem {
    Problem(
      status: 422, code: "query-invalid", title: "A parameter of the query is wrong", detail: "Expected \(expected).",
      field: "query.\(name)")
  }

  private static func unknown(_ names: Set<String>) -> Problem {
    Problem(
      status: 422, code: "query-unknown", title: "The list does not know a parameter of the query",
      remedy: "The parameters are: \(names.sorted().joined(separator: ", ")).")
  }

  private static func names<Code: RawRepresentable & CaseIterable>(_: Code.Type) -> String
  where Code.RawValue == String {
    Code.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
