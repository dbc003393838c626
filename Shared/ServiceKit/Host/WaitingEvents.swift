/// The events of the outbox that wait to be published, as a query that answers shard and time of each.
///
/// Cuts do not follow the ids: what an earlier cut published may have higher ids than the last one that went out. So an
/// event waits when neither the cuts before the present one saw it nor the present one has come to its id.
enum WaitingEvents {
  /// How far behind the last published id is looked: no cut is so much out of order, and a large one is not read whole.
  private static let reach = 10_000

  /// - Parameter most: of a shard; nil for all.
  static func query(most: Int? = nil) -> String {
    """
    select o.shard, o.made_at
    from (select distinct shard from outbox_tick) s
    left join outbox_published p using (shard)
    left join outbox_tick passed on passed.shard = s.shard and passed.tick = p.tick - 1
    left join outbox_tick present on present.shard = s.shard and present.tick = p.tick
    cross join lateral (
      select shard, made_at from outbox
      where shard = s.shard and id > greatest(coalesce(passed.before, 0), coalesce(p.last_id, 0) - \(reach))
        and not coalesce(pg_visible_in_snapshot(xid, passed.snapshot), false)
        and not coalesce(id <= p.last_id and pg_visible_in_snapshot(xid, present.snapshot), false)
      order by id \(most.map { "limit \($0)" } ?? "")) o
    """
  }
}
