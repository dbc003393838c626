import Contracts
import FoundationEssentials
import Postgres

/// The statements behind lists of subjects: as those of petitions, each goes through one index in the list's own order,
/// looks at no more than ``reach`` rows, and says where to go on.
struct SubjectListing: Sendable {
  /// The most rows looked at for one page.
  static let reach = 5_000

  let filter: SubjectFilter

  /// The ratings of a page and one more, which tells that there is more.
  ///
  /// The rows outside come in the order inside. `case` keeps from the planner its guess of how few rows fit, which would
  /// let it read and sort all there are.
  func page(limit: Int) -> SQL {
    """
    select \(RatingRow.columns) from (
      select * from rating where \(driven) order by \(order) limit \(SubjectListing.reach)) as rating
    where case when \(rest) then true end limit \(limit + 1)
    """
  }

  /// The keys of the last row that a page looks at; none when the page looks at all there are.
  var end: SQL {
    let key: SQL = isByScore ? "score::bigint" : "(extract(epoch from colour_since) * 1000000)::bigint"
    return """
      select \(key), entry from rating where \(driven) order by \(order) offset \(SubjectListing.reach - 1) limit 1
      """
  }

  private var isByScore: Bool { filter.order == .score }

  private var order: SQL {
    let front: SQL = lead.map { "\($0.column) \(unescaped: filter.order == .newest ? "desc" : "asc"), " } ?? ""
    return switch filter.order {
    case .newest: "\(front)colour_since desc, entry desc"
    case .oldest: "\(front)colour_since, entry"
    case .score: "score, entry"
    }
  }

  /// The condition that an index answers, in the order of the list.
  private var driven: SQL {
    if isByScore {
      guard let mark = filter.after else { return "\(scoreWindow) and \(few)" }
      return "\(scoreWindow) and \(few) and (score, entry) > (\(Int32(clamping: mark.key)), \(mark.entry))"
    }
    let sign: SQL = filter.order == .newest ? "<" : ">"
    let mark = filter.after.map { (ListMark.instant($0.key), $0.entry) }
    guard let lead else {
      let condition: SQL = "\(changedWindow) and \(few)"
      guard let mark else { return condition }
      return "\(condition) and (colour_since, entry) \(sign) (\(mark.0), \(mark.1))"
    }
    // An equality written as two bounds, and the column at the front of every comparison: so no index but its own can
    // give the order, and the scan begins and ends where the page does.
    let (column, value) = lead
    var condition: SQL = "\(column) >= \(value) and \(column) <= \(value)"
    if let from = filter.changedFrom { condition = "\(condition) and (\(column), colour_since) >= (\(value), \(from))" }
    if let before = filter.changedBefore {
      condition = "\(condition) and (\(column), colour_since) < (\(value), \(before))"
    }
    guard let mark else { return condition }
    return "\(condition) and (\(column), colour_since, entry) \(sign) (\(value), \(mark.0), \(mark.1))"
  }

  /// The column whose one value picks the index; the most selective first.
  private var lead: (column: SQL, value: String)? {
    guard !isByScore, filter.title == nil, filter.owner == nil, filter.subject == nil else { return nil }
    if let county = RegionPattern.county(filter.regions) { return ("region", county) }
    if filter.colours.count == 1, let colour = filter.colours.first { return ("colour", colour.rawValue) }
    return nil
  }

  /// What an index of few subjects is for. Arrays, since a planner that counts on many would rather go through all there
  /// are in the list's order.
  private var few: SQL {
    if let subject = filter.subject { return "subject = any(array[\(subject)])" }
    if let title = filter.title {
      return """
        subject = any(array(select n.subject from subject_register n
          where n.pairs @> \(SubjectRegistration.pairs(of: title)) and strpos(n.folded, \(title)) > 0
          limit \(SubjectListing.reach)))
        """
    }
    if let owner = filter.owner {
      return """
        subject = any(array(select s.subject from rating s where s.owner = \(owner)
          limit \(SubjectListing.reach)))
        """
    }
    return "true"
  }

  private var changedWindow: SQL {
    var condition: SQL = "true"
    if let from = filter.changedFrom { condition = "\(condition) and colour_since >= \(from)" }
    if let before = filter.changedBefore { condition = "\(condition) and colour_since < \(before)" }
    return condition
  }

  private var scoreWindow: SQL {
    guard let scores = filter.scores else { return "score is not null" }
    return """
      score between \(Int32(clamping: scores.lowerBound.hundredths)) and \(Int32(clamping: scores.upperBound.hundredths))
      """
  }

  /// Everything else, looked at row by row.
  private var rest: SQL {
    var condition: SQL = isByScore ? changedWindow : filter.scores == nil ? "true" : scoreWindow
    if !filter.regions.contains("000000") {
      condition = "\(condition) and region like any(\(filter.regions.map(RegionPattern.like)))"
    }
    if !filter.colours.isEmpty { condition = "\(condition) and colour = any(\(filter.colours.map(\.rawValue)))" }
    if !filter.kinds.isEmpty { condition = "\(condition) and kind = any(\(filter.kinds.map(\.rawValue)))" }
    if let owner = filter.owner { condition = "\(condition) and owner = \(owner)" }
    return condition
  }
}
