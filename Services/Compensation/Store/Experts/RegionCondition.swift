import Civics
import Postgres

/// Which rows of a list the caller's regions show.
enum RegionCondition {
  /// - Parameter regions: six-digit codes; a division covers those below it. None shows nothing.
  static func sql(_ regions: [String]) -> SQL {
    var condition: SQL = "false"
    for region in regions {
      let span = RegionSpan(region)
      condition = "\(condition) or region between \(span.first) and \(span.last)"
    }
    return "(\(condition))"
  }
}
