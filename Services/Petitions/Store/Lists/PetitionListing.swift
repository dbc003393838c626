import Contracts
import FoundationEssentials
import Postgres

/// The statements behind lists of petitions.
///
/// Each goes through one index in the list's own order and stops when the page is full. What the index does not decide
/// is looked at row by row, for at most ``reach`` rows: a page of rare petitions may be short, or empty, and says where
/// to go on. So no combination of filters costs more than that, however much is stored.
struct PetitionListing: Sendable {
  /// The most rows looked at for one page.
  static let reach = 5_000

  let filter: PetitionFilter

  /// The petitions of a page and one more, which tells that there is more.
  ///
  /// The rows outside come in the order inside: they are taken one by one as the index gives them, each with its other half
  /// by the key. A second `order by` would hide from the planner that only a page is wanted, and let it read and sort all
  /// there are; a join of its own choice would lose the order. So would its guess of how few rows fit, which `case` keeps
  /// from it.
  func page(limit: Int) -> SQL {
    let (front, back): (SQL, SQL) = isByClock ? ("clock", "petition") : ("petition", "clock")
    let driver: SQL = "select * from \(table) where \(driven) order by \(order) limit \(PetitionListing.reach)"
    let other: SQL = "select * from \(otherTable) other where other.entry = \(front).entry offset 0"
    let (first, second) = isByClock ? (ofClock, ofPetition) : (ofPetition, ofClock)
    return """
      select \(PetitionRow.columns) from (
        select * from (\(driver)) as \(front) where case when \(first) then true end offset 0) as \(front)
      cross join lateral (\(other)) as \(back)
      where case when \(second) then true end limit \(limit + 1)
      """
  }

  /// The keys of the last row that a page looks at; none when the page looks at all there are.
  var end: SQL {
    """
    select \(isByDue ? "due_at" : received), entry from \(table) where \(driven)
    order by \(order) offset \(PetitionListing.reach - 1) limit 1
    """
  }

  private var isByDue: Bool { filter.order == .due }
  /// Whether the narrow rows give the order: of what is due, and of what is late.
  private var isByClock: Bool { isByDue || lead == nil && filter.number == nil && filter.isOverdue == true }
  private var table: SQL { isByClock ? "petition_clock" : "petition" }
  private var otherTable: SQL { isByClock ? "petition" : "petition_clock" }
  /// The instant of receipt, as the driving table has it.
  private var received: SQL { isByClock ? "received" : "received_at" }

  private var order: SQL {
    let front: SQL = lead.map { "\($0.column) \(unescaped: filter.order == .newest ? "desc" : "asc"), " } ?? ""
    return switch filter.order {
    case .newest: "\(front)\(received) desc, entry desc"
    case .oldest: "\(front)\(received), entry"
    case .due: "due_at, entry"
    }
  }

  /// The condition that an index answers, in the order of the list.
  private var driven: SQL {
    if isByDue {
      guard let mark = filter.after else { return dueWindow }
      return "\(dueWindow) and (due_at, entry) > (\(mark.instant), \(mark.entry))"
    }
    let sign: SQL = filter.order == .newest ? "<" : ">"
    guard let lead else {
      let condition: SQL = "\(receivedWindow(received)) and \(few)"
      guard let mark = filter.after else { return condition }
      return "\(condition) and (\(received), entry) \(sign) (\(mark.instant), \(mark.entry))"
    }
    // An equality written as two bounds, and the column at the front of every comparison: so no index but its own can
    // give the order, and the scan begins and ends where the page does, whatever the planner knows of the values.
    let (column, value) = lead
    var condition: SQL = "\(column) >= \(value) and \(column) <= \(value) and \(few)"
    if let from = filter.receivedFrom { condition = "\(condition) and (\(column), received_at) >= (\(value), \(from))" }
    if let before = filter.receivedBefore {
      condition = "\(condition) and (\(column), received_at) < (\(value), \(before))"
    }
    guard let mark = filter.after else { return condition }
    return "\(condition) and (\(column), received_at, entry) \(sign) (\(value), \(mark.instant), \(mark.entry))"
  }

  /// The column whose one value picks the index; the most selective first.
  private var lead: (column: SQL, value: String)? {
    guard !isByDue, filter.number == nil else { return nil }
    if let subject = filter.subject { return ("coalesce(concerned, subject)", subject) }
    if filter.isOverdue == true || filter.isSupervised == true { return nil }
    if let unit = filter.unit { return ("coalesce(handling_unit, unit)", unit) }
    if let county { return ("region", county) }
    // Nearly all new petitions are just received: the order of receipt finds those soonest.
    if filter.statuses.count == 1, let status = filter.statuses.first, status != .received {
      return ("status", status.rawValue)
    }
    return nil
  }

  /// What an index of few petitions is for, or the primary key.
  private var few: SQL {
    if let number = filter.number {
      // An array, since a planner that counts on many would rather go through all there are in the list's order.
      return """
        id = any(array(select n.id from petition n
          where n.id between \(number.identifiers.lowerBound) and \(number.identifiers.upperBound)
          order by n.id limit \(PetitionListing.reach)))
        """
    }
    if filter.subject != nil { return "coalesce(concerned, subject) is not null" }
    if isByClock { return "missed_at is not null" }
    if filter.isSupervised == true { return "supervision is not null" }
    return lead != nil && filter.unit == nil && county == nil ? "status <> 'received'" : "true"
  }

  /// The only division shown, when it has none below it.
  private var county: String? {
    guard filter.regions.count == 1, let region = filter.regions.first, !region.hasSuffix("00") else { return nil }
    return region
  }

  private func receivedWindow(_ column: SQL) -> SQL {
    var condition: SQL = "true"
    if let from = filter.receivedFrom { condition = "\(condition) and \(column) >= \(from)" }
    if let before = filter.receivedBefore { condition = "\(condition) and \(column) < \(before)" }
    return condition
  }

  private var dueWindow: SQL {
    var condition: SQL = "due_at is not null"
    if let from = filter.dueFrom { condition = "\(condition) and due_at >= \(from)" }
    if let before = filter.dueBefore { condition = "\(condition) and due_at < \(before)" }
    return condition
  }

  /// What is asked of a petition's own row, looked at row by row; of one that does not fit the other half is not read.
  private var ofPetition: SQL {
    var conditions: [SQL] = []
    if !filter.regions.contains("000000") {
      // Without its trailing pairs of zeros a division's code is what the codes of all divisions in it begin with.
      conditions.append("region like any(\(filter.regions.map(PetitionListing.pattern)))")
    }
    if !filter.statuses.isEmpty { conditions.append("status = any(\(filter.statuses.map(\.rawValue)))") }
    if !filter.channels.isEmpty { conditions.append("channel = any(\(filter.channels.map(\.rawValue)))") }
    if !filter.categories.isEmpty { conditions.append("category = any(\(filter.categories.map(\.rawValue)))") }
    if let unit = filter.unit { conditions.append("coalesce(handling_unit, unit) = \(unit)") }
    if let subject = filter.subject { conditions.append("coalesce(concerned, subject) = \(subject)") }
    if let number = filter.number {
      conditions.append("id between \(number.identifiers.lowerBound) and \(number.identifiers.upperBound)")
      conditions.append("number like \(number.pattern)")
    }
    if let isSupervised = filter.isSupervised { conditions.append("(supervision is not null) = \(isSupervised)") }
    if let isSecret = filter.isSecret { conditions.append("is_secret = \(isSecret)") }
    if isByDue { conditions.append(receivedWindow("received_at")) }
    return Self.all(conditions)
  }

  /// What is asked of a petition's clocks.
  private var ofClock: SQL {
    var conditions: [SQL] = []
    if let isOverdue = filter.isOverdue { conditions.append("(missed_at is not null) = \(isOverdue)") }
    if !isByDue, filter.dueFrom != nil || filter.dueBefore != nil { conditions.append(dueWindow) }
    return Self.all(conditions)
  }

  private static func all(_ conditions: [SQL]) -> SQL {
    conditions.reduce("true") { "\($0) and \($1)" }
  }

  static func pattern(_ region: String) -> String {
    var digits = region[...]
    while digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return digits + "%"
  }
}
