internal import Civics
public import Postgres

/// Which rows of a list the caller's regions show.
public enum RegionCondition {
  /// - Parameters:
  ///   - regions: six-digit codes; a division covers those below it. None shows nothing.
  ///   - column: the name of the column.
  public static func sql(_ regions: [String], column: SQL = "region") -> SQL {
    var condition: SQL = "false"
    for region in regions {
      let span = RegionSpan(region)
      condition = "\(condition) or \(column) between \(span.first) and \(span.last)"
    }
    return "(\(condition))"
  }
}
