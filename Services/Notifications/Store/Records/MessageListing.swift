import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The statements behind lists of messages.
///
/// Each goes through one index in the list's own order and stops when the page is full. What the index does not decide
/// is looked at row by row, for at most ``reach`` rows: a page of rare messages may be short, or empty, and says where to
/// go on. So no combination of filters costs more than that, however much is stored.
struct MessageListing: Sendable {
  /// The most rows looked at for one page.
  static let reach = 5_000

  let filter: MessageFilter

  /// The messages of a page and one more, which tells that there is more. The rows outside come in the order inside;
  /// `case` keeps from the planner how few rows fit, so that it reads no more than a page.
  func page(limit: Int) -> SQL {
    """
    select \(MessageRecordStore.columns) from (
      select * from message where \(driven) order by \(order) limit \(MessageListing.reach)) as message
    where case when \(rest) then true end limit \(limit + 1)
    """
  }

  /// The ordinal of the last row that a page looks at; none when the page looks at all there are.
  var end: SQL {
    "select ordinal from message where \(driven) order by \(order) offset \(MessageListing.reach - 1) limit 1"
  }

  private var order: SQL {
    let front: SQL = lead.map { "\($0.column) desc, " } ?? ""
    return "\(front)ordinal desc"
  }

  /// The condition that an index answers, in the order of the list.
  private var driven: SQL {
    let after = filter.after ?? .max
    guard let lead else { return "\(few) and ordinal < \(after)" }
    // An equality written as two bounds, and the column at the front of every comparison: so no index but its own can
    // give the order.
    let (column, value) = lead
    return "\(column) >= \(value) and \(column) <= \(value) and (\(column), ordinal) < (\(value), \(after))"
  }

  /// The column whose one value picks the index; the most selective first.
  private var lead: (column: SQL, value: SQL)? {
    if let petition = filter.petitionId { return ("petition_id", "\(petition)") }
    if let subject = filter.subject { return ("subject", "\(subject)") }
    if let number = filter.documentNumber { return ("document_number", "\(number)") }
    if let addressee = filter.addressee { return ("addressee", "\(addressee)") }
    if isFew { return nil }
    if let county { return ("region", "\(county)") }
    return nil
  }

  /// What has an index of its own because there are few.
  private var isFew: Bool { filter.statuses == [.failed] || filter.statuses == [.byHand] }

  private var few: SQL {
    guard isFew else { return "true" }
    return filter.statuses == [.failed] ? "status = 'failed'" : "status = 'by-hand'"
  }

  /// The only division shown, when it has none below it.
  private var county: String? {
    guard filter.regions.count == 1, let region = filter.regions.first, !region.hasSuffix("00") else { return nil }
    return region
  }

  /// Everything else, looked at row by row.
  private var rest: SQL {
    var conditions: [SQL] = [RegionCondition.sql(filter.regions)]
    if !filter.statuses.isEmpty { conditions.append("status = any(\(filter.statuses.map(\.rawValue)))") }
    if !filter.audiences.isEmpty { conditions.append("audience = any(\(filter.audiences.map(\.rawValue)))") }
    if !filter.channels.isEmpty { conditions.append("channel = any(\(filter.channels.map(\.rawValue)))") }
    if !filter.urgencies.isEmpty { conditions.append("urgency = any(\(filter.urgencies.map(\.rawValue)))") }
    if let template = filter.template { conditions.append("template = \(template)") }
    if let subject = filter.subject { conditions.append("subject = \(subject)") }
    if let petition = filter.petitionId { conditions.append("petition_id = \(petition)") }
    if let addressee = filter.addressee { conditions.append("addressee = \(addressee)") }
    if let number = filter.documentNumber { conditions.append("document_number = \(number)") }
    if let isAcknowledged = filter.isAcknowledged {
      conditions.append("wants_acknowledgement and (acknowledged_at is not null) = \(isAcknowledged)")
    }
    if let from = filter.from { conditions.append("made_at >= \(from)") }
    if let before = filter.before { conditions.append("made_at < \(before)") }
    return conditions.dropFirst().reduce(conditions[0]) { "\($0) and \($1)" }
  }
}
