import FoundationEssentials
import Postgres

/// The statements behind lists of deliveries, as `MessageListing` has them: one index in the list's own order, so many
/// rows looked at.
struct DeliveryListing: Sendable {
  static let reach = 5_000

  let filter: DeliveryFilter

  /// The deliveries of a page and one more.
  func page(limit: Int) -> SQL {
    """
    select delivery.id, delivery.ordinal, endpoint_id, coalesce(s.agency, ''), coalesce(a.type, ''), delivery.subject,
      delivery.status, attempts, delivery.made_at, due_at, settled_at, last_status, last_failure
    from (select * from delivery where \(driven) order by \(order) limit \(DeliveryListing.reach)) as delivery
      left join announced_event a on a.id = delivery.event_id left join subscription s on s.id = delivery.endpoint_id
    where case when \(rest) then true end order by \(order) limit \(limit + 1)
    """
  }

  /// The keys of the last row that a page looks at; none when the page looks at all there are.
  var end: SQL {
    """
    select made_at, ordinal from delivery where \(driven) order by \(order) offset \(DeliveryListing.reach - 1) limit 1
    """
  }

  /// Whose index gives the order; without one, that of the time.
  private var lead: (column: SQL, value: SQL)? {
    if let endpoint = filter.endpoint { return ("endpoint_id", "\(endpoint)") }
    if let subject = filter.subject { return ("subject", "\(subject)") }
    return nil
  }

  private var order: SQL {
    lead.map { "delivery.\($0.column) desc, delivery.ordinal desc" } ?? "delivery.made_at desc, delivery.ordinal desc"
  }

  private var driven: SQL {
    guard let (column, value) = lead else {
      var condition: SQL = "true"
      if let from = filter.from { condition = "\(condition) and made_at >= \(from)" }
      if let before = filter.before { condition = "\(condition) and made_at < \(before)" }
      guard let mark = filter.after else { return condition }
      return "\(condition) and made_at <= \(mark.madeAt) and (made_at, ordinal) < (\(mark.madeAt), \(mark.ordinal))"
    }
    let after = filter.after?.ordinal ?? .max
    return "\(column) >= \(value) and \(column) <= \(value) and (\(column), ordinal) < (\(value), \(after))"
  }

  private var rest: SQL {
    var conditions: [SQL] = ["true"]
    if let endpoint = filter.endpoint { conditions.append("endpoint_id = \(endpoint)") }
    if let subject = filter.subject { conditions.append("delivery.subject = \(subject)") }
    if let status = filter.status { conditions.append("delivery.status = \(status.rawValue)") }
    if let type = filter.type { conditions.append("a.type = \(type)") }
    if let from = filter.from { conditions.append("delivery.made_at >= \(from)") }
    if let before = filter.before { conditions.append("delivery.made_at < \(before)") }
    return conditions.dropFirst().reduce(conditions[0]) { "\($0) and \($1)" }
  }
}
