import Contracts
import FoundationEssentials
import Postgres

/// The statements behind lists of facts: one index in the order in which they were established, for one subject or for
/// all; no more than ``reach`` rows are looked at for a page.
struct FactListing: Sendable {
  /// The most rows looked at for one page.
  static let reach = 5_000

  let filter: FactFilter

  /// The keys and ids of a page and one more, which tells that there is more; see ``SubjectListing/page(limit:)``.
  func page(limit: Int) -> SQL {
    """
    select (extract(epoch from counts_from) * 1000000)::bigint, entry, id from (
      select * from fact f where \(driven) order by \(order) limit \(FactListing.reach)) as fact
    where case when \(rest) then true end limit \(limit + 1)
    """
  }

  /// The keys of the last row that a page looks at; none when the page looks at all there are.
  var end: SQL {
    """
    select (extract(epoch from counts_from) * 1000000)::bigint, entry from fact f where \(driven) order by \(order)
    offset \(FactListing.reach - 1) limit 1
    """
  }

  private var order: SQL {
    let direction: SQL = filter.isNewestFirst ? "desc" : "asc"
    let front: SQL = filter.subject == nil ? "" : "subject \(direction), "
    return "\(front)counts_from \(direction), entry \(direction)"
  }

  /// The condition that an index answers, in the order of the list.
  private var driven: SQL {
    let sign: SQL = filter.isNewestFirst ? "<" : ">"
    let mark = filter.after.map { (ListMark.instant($0.key), $0.entry) }
    guard let subject = filter.subject else {
      var condition: SQL = "true"
      if let from = filter.establishedFrom { condition = "\(condition) and counts_from >= \(from)" }
      if let before = filter.establishedBefore { condition = "\(condition) and counts_from < \(before)" }
      guard let mark else { return condition }
      return "\(condition) and (counts_from, entry) \(sign) (\(mark.0), \(mark.1))"
    }
    var condition: SQL = "subject >= \(subject) and subject <= \(subject)"
    if let from = filter.establishedFrom {
      condition = "\(condition) and (subject, counts_from) >= (\(subject), \(from))"
    }
    if let before = filter.establishedBefore {
      condition = "\(condition) and (subject, counts_from) < (\(subject), \(before))"
    }
    guard let mark else { return condition }
    return "\(condition) and (subject, counts_from, entry) \(sign) (\(subject), \(mark.0), \(mark.1))"
  }

  /// Everything else, looked at row by row.
  private var rest: SQL {
    var condition: SQL = "true"
    if !filter.regions.contains("000000") {
      condition = "\(condition) and region like any(\(filter.regions.map(RegionPattern.like)))"
    }
    if !filter.origins.isEmpty { condition = "\(condition) and origin = any(\(filter.origins.map(\.rawValue)))" }
    if let source = filter.source { condition = "\(condition) and source = \(source)" }
    if let number = filter.penaltyNumber { condition = "\(condition) and penalty_number = \(number)" }
    if let code = filter.code {
      // Looked up for each row: without its `offset` all lines of the code might be read first.
      condition = """
        \(condition) and exists (select from fact_line l where l.fact = fact.id and l.code = \(code) offset 0)
        """
    }
    return condition
  }
}
