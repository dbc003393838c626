import Contracts
import FoundationEssentials
import Postgres

/// The statements behind lists of cases.
///
/// Each goes through one index in the list's own order and stops when the page is full. What the index does not decide
/// is looked at row by row, for at most ``reach`` rows: a page of rare cases may be short, or empty, and says where to
/// go on. So no combination of filters costs more than that, however much is stored.
struct CaseListing: Sendable {
  /// The most rows looked at for one page.
  static let reach = 5_000

  let filter: CaseFilter

  /// The cases of a page and one more, which tells that there is more. The rows outside come in the order inside; `case`
  /// keeps from the planner how few rows fit, so that it reads no more than a page.
  func page(limit: Int) -> SQL {
    """
    select \(CaseRow.columns) from (
      select * from compensation_case where \(driven) order by \(order) limit \(CaseListing.reach)) as compensation_case
    where case when \(rest) then true end limit \(limit + 1)
    """
  }

  /// The keys of the last row that a page looks at; none when the page looks at all there are.
  var end: SQL {
    """
    select \(unescaped: isByDue ? "due_at" : "opened_at"), entry from compensation_case where \(driven)
    order by \(order) offset \(CaseListing.reach - 1) limit 1
    """
  }

  private var isByDue: Bool { filter.order == .due }

  private var order: SQL {
    let front: SQL = lead.map { "\($0.column) \(unescaped: filter.order == .newest ? "desc" : "asc"), " } ?? ""
    return switch filter.order {
    case .newest: "\(front)opened_at desc, entry desc"
    case .oldest: "\(front)opened_at, entry"
    case .due: county == nil ? "due_at, entry" : "region, due_at, entry"
    }
  }

  /// The condition that an index answers, in the order of the list.
  private var driven: SQL {
    if isByDue { return county.map { dueDriven(of: $0) } ?? dueDriven }
    let sign: SQL = filter.order == .newest ? "<" : ">"
    guard let lead else {
      let condition: SQL = "\(openedWindow) and \(few)"
      guard let mark = filter.after else { return condition }
      return "\(condition) and (opened_at, entry) \(sign) (\(mark.instant), \(mark.entry))"
    }
    // An equality written as two bounds, and the column at the front of every comparison: so no index but its own can
    // give the order.
    let (column, value) = lead
    var condition: SQL = "\(column) >= \(value) and \(column) <= \(value) and \(openedWindow)"
    if let mark = filter.after {
      condition = "\(condition) and (\(column), opened_at, entry) \(sign) (\(value), \(mark.instant), \(mark.entry))"
    }
    return condition
  }

  private var dueDriven: SQL {
    guard let mark = filter.after else { return dueWindow }
    return "\(dueWindow) and (due_at, entry) > (\(mark.instant), \(mark.entry))"
  }

  /// Of one county, by its own index.
  private func dueDriven(of county: String) -> SQL {
    let condition: SQL = "region >= \(county) and region <= \(county) and \(dueWindow)"
    guard let mark = filter.after else { return condition }
    return "\(condition) and (region, due_at, entry) > (\(county), \(mark.instant), \(mark.entry))"
  }

  /// The column whose one value picks the index; the most selective first.
  private var lead: (column: SQL, value: String)? {
    guard !isByDue, !isSingle else { return nil }
    if let subject = filter.subject { return ("subject", subject) }
    if filter.isOverdue == true || filter.keyLevel != nil { return nil }
    if let county { return ("region", county) }
    if let department = filter.department { return ("department", department) }
    if filter.statuses.count == 1, let status = filter.statuses.first { return ("status", status.rawValue) }
    return nil
  }

  /// Whether an index finds the few cases there can be.
  private var isSingle: Bool { filter.number != nil || filter.penaltyNumber != nil || filter.petitionId != nil }

  /// What an index of few cases is for. An array, since a planner that counts on many would rather go through all there
  /// are in the list's order.
  private var few: SQL {
    if let number = filter.number { return Self.ids("number = \(number)") }
    if let penalty = filter.penaltyNumber { return Self.ids("penalty_number = \(penalty)") }
    if let petition = filter.petitionId { return Self.ids("petition_id = \(petition)") }
    if filter.isOverdue == true { return "is_overdue" }
    if filter.keyLevel != nil { return "key_case is not null" }
    return "true"
  }

  private static func ids(_ condition: SQL) -> SQL {
    "id = any(array(select c.id from compensation_case c where \(condition) limit \(CaseListing.reach)))"
  }

  /// The only division shown, when it has none below it.
  private var county: String? {
    guard filter.regions.count == 1, let region = filter.regions.first, !region.hasSuffix("00") else { return nil }
    return region
  }

  private var openedWindow: SQL {
    var condition: SQL = "true"
    if let from = filter.openedFrom { condition = "\(condition) and opened_at >= \(from)" }
    if let before = filter.openedBefore { condition = "\(condition) and opened_at < \(before)" }
    return condition
  }

  private var dueWindow: SQL {
    guard let before = filter.dueBefore else { return "due_at is not null" }
    return "due_at is not null and due_at < \(before)"
  }

  /// Everything else, looked at row by row.
  private var rest: SQL {
    var conditions: [SQL] = [isByDue ? openedWindow : filter.dueBefore == nil ? "true" : dueWindow]
    if !filter.regions.contains("000000") {
      conditions.append("region like any(\(filter.regions.map(Self.pattern)))")
    }
    if !filter.statuses.isEmpty { conditions.append("status = any(\(filter.statuses.map(\.rawValue)))") }
    if !filter.sources.isEmpty { conditions.append("clue_source = any(\(filter.sources.map(\.rawValue)))") }
    if let department = filter.department { conditions.append("department = \(department)") }
    if let subject = filter.subject { conditions.append("subject = \(subject)") }
    conditions += marks
    return conditions.dropFirst().reduce(conditions[0]) { "\($0) and \($1)" }
  }

  private var marks: [SQL] {
    var conditions: [SQL] = []
    if let number = filter.number { conditions.append("number = \(number)") }
    if let penalty = filter.penaltyNumber { conditions.append("penalty_number = \(penalty)") }
    if let petition = filter.petitionId { conditions.append("petition_id = \(petition)") }
    if let level = filter.keyLevel { conditions.append("key_case = \(level.rawValue)") }
    if let isOverdue = filter.isOverdue { conditions.append("is_overdue = \(isOverdue)") }
    if let isDual = filter.isDual { conditions.append("(penalty_number is not null) = \(isDual)") }
    if let isSuspended = filter.isSuspended { conditions.append("is_suspended = \(isSuspended)") }
    if let hasNoObligor = filter.hasNoObligor { conditions.append("no_obligor = \(hasNoObligor)") }
    return conditions
  }

  /// Without its trailing pairs of zeros a division's code is what the codes of all divisions in it begin with.
  static func pattern(_ region: String) -> String {
    var digits = region[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return digits + "%"
  }
}
