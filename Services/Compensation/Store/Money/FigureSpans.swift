import Civics
import Postgres
import ServiceKit

/// The parts that the statements of all figures share: the spans of time, the cells that are asked for, their groups. The
/// counters stand in a table named `counted`.
struct FigureSpans {
  let question: CaseFigureQuestion

  /// Whole spans by grain, and the days of each span for what is not folded yet (`entry`).
  var spans: SQL {
    var runs: [(span: Int64, grain: String, first: CivilDate, last: CivilDate)] = []
    for span in CaseFigureQuestion.Span.allCases {
      runs += question.runs(of: span).map { (span.rawValue, $0.grain.rawValue, $0.first, $0.last) }
      let days = question.days(of: span)
      runs.append((span.rawValue, "entry", days.first, days.last))
    }
    return """
      unnest(\(runs.map(\.span)), \(runs.map(\.grain)), \(runs.map(\.first.description))::text[]::date[],
        \(runs.map(\.last.description))::text[]::date[]) as span(span, grain, first, last)
      """
  }

  var condition: SQL {
    let condition = RegionCondition.sql(question.regions, column: "counted.region")
    guard let department = question.department else { return condition }
    return "\(condition) and counted.department = \(department)"
  }

  var key: SQL {
    switch question.grouping {
    case .none: "''::text"
    case .region(let digits): "rpad(left(counted.region, \(Int32(digits))), 6, '0')"
    case .department: "counted.department::text"
    case .source: "counted.clue_source::text"
    }
  }
}
