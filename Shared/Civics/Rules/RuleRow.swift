/// A row of a ``RuleTable``. Cells were checked against their columns when the pack was loaded; the typed getters throw only
/// for a column that the table does not have, has with another kind, or that this row leaves out.
public struct RuleRow: Hashable, Sendable {
  /// The key of the table's rule, for messages.
  let key: String
  /// The cells by column.
  public let cells: [String: RuleValue]
  /// Why this row is as it is, where it differs from the table's.
  public let provenance: RuleProvenance?

  public func text(_ column: String) throws(RuleLookupError) -> String {
    if case .text(let value)? = cells[column] { return value }
    throw failure(column, .text)
  }

  public func number(_ column: String) throws(RuleLookupError) -> Ratio {
    if case .number(let value)? = cells[column] { return value }
    throw failure(column, .number)
  }

  /// A number that is whole.
  public func integer(_ column: String) throws(RuleLookupError) -> Int {
    let number = try number(column)
    guard let whole = number.whole else { throw .notWhole(key: key + "." + column, number: number) }
    return whole
  }

  public func money(_ column: String) throws(RuleLookupError) -> Money {
    if case .money(let value)? = cells[column] { return value }
    throw failure(column, .money)
  }

  public func period(_ column: String) throws(RuleLookupError) -> LegalPeriod {
    if case .period(let value)? = cells[column] { return value }
    throw failure(column, .period)
  }

  public func flag(_ column: String) throws(RuleLookupError) -> Bool {
    if case .flag(let value)? = cells[column] { return value }
    throw failure(column, .flag)
  }

  public func interval(_ column: String) throws(RuleLookupError) -> RatioInterval {
    if case .interval(let value)? = cells[column] { return value }
    throw failure(column, .interval)
  }

  public func region(_ column: String) throws(RuleLookupError) -> RegionCode {
    if case .region(let value)? = cells[column] { return value }
    throw failure(column, .region)
  }

  public func duration(_ column: String) throws(RuleLookupError) -> Duration {
    if case .duration(let value)? = cells[column] { return value }
    throw failure(column, .duration)
  }

  public func day(_ column: String) throws(RuleLookupError) -> CivilDate {
    if case .day(let value)? = cells[column] { return value }
    throw failure(column, .day)
  }

  /// Whether the row has a cell in this column.
  public func has(_ column: String) -> Bool { cells[column] != nil }

  private func failure(_ column: String, _ wanted: RuleKind) -> RuleLookupError {
    guard let found = cells[column] else { return .missingCell(key: key, column: column) }
    return .wrongKind(key: key + "." + column, found: found.kind, wanted: wanted)
  }
}
