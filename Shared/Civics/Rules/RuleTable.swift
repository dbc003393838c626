/// A rule with rows: deductions by fact, bureaus by region, coefficients by range.
public struct RuleTable: Hashable, Sendable {
  /// A column of the table.
  public struct Column: Hashable, Sendable {
    public let name: String
    public let kind: RuleKind
    /// Whether a row may leave it out.
    public let isOptional: Bool
  }

  /// The columns by name, ascending: like the pack's hash, they do not depend on the order in the file.
  public let columns: [Column]
  /// The rows, in the order of the rule pack.
  public let rows: [RuleRow]

  /// The first row whose cell in a column of words is this text.
  public func row(where column: String, is text: String) -> RuleRow? {
    rows.first { $0.cells[column] == .text(text) }
  }

  /// The first row whose cell in a column of ranges contains this number.
  public func row(where column: String, contains number: Ratio) -> RuleRow? {
    rows.first { row in
      if case .interval(let interval)? = row.cells[column] { interval.contains(number) } else { false }
    }
  }

  /// The row with the lowest division that covers a division: a county's own row wins over that of its city.
  public func row(where column: String, covers region: RegionCode) -> RuleRow? {
    var best: (row: RuleRow, level: RegionLevel)?
    for row in rows {
      guard case .region(let candidate)? = row.cells[column], candidate.covers(region),
        best.map({ $0.level < candidate.level }) ?? true
      else { continue }
      best = (row, candidate.level)
    }
    return best?.row
  }
}
