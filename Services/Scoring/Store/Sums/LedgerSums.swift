import Contracts
import FoundationEssentials
import Postgres

/// The statement that adds up plain ledgers (``Ledger/isPlain``), as many at once as lie in a range.
///
/// It is a second implementation of ``Ledger/derive(at:scale:)`` for the ledgers whose lines count each for itself; tests
/// hold the two together. Every line opens and closes at an instant; between two instants nothing changes, so that the
/// sums over all that opened less all that closed are the scores, and where the colour turned is seen by looking back.
struct LedgerSums: Sendable {
  /// Which worth the lines have.
  enum Worth: Sendable {
    /// What the rules gave when each fact was recorded.
    case recorded
    /// What another set of rules would give, as though it had been in force always.
    case priced(PriceList)
  }

  let worth: Worth
  let scale: Scale
  let now: Date

  /// One row for each plain subject of the range.
  func statement(_ range: SubjectRange) -> SQL {
    """
    with line as (\(lines(range))),
    span as (
      select subject, min(counts_from) as first, min(counts_from) filter (where is_assessment) as judged,
        min(counts_from) filter (where counts_from > \(now)) as next
      from fact where subject > \(range.after) and subject <= \(range.through) group by subject),
    edge as (
      select subject, opens as at, points, is_veto::integer as vetoes, 0 as judged from line
      union all select subject, closes, -points, -is_veto::integer, 0 from line where closes is not null
      union all select subject, judged, 0, 0, 1 from span where judged is not null
      union all select subject, first, 0, 0, 0 from span),
    instant as (
      select subject, at, sum(points) as points, sum(vetoes) as vetoes, sum(judged) as judged
      from edge where at <= \(now) group by subject, at),
    step as (
      select subject, at, sum(points) over earlier as points, sum(vetoes) over earlier as vetoes,
        sum(judged) over earlier as judged
      from instant window earlier as (partition by subject order by at)),
    scored as (\(scored)),
    coloured as (select subject, at, score, \(colour) as colour from scored),
    turned as (
      select subject, at, score, colour, colour is distinct from lag(colour) over forwards as turns,
        lead(at) over forwards is null as is_last
      from coloured window forwards as (partition by subject order by at)),
    present as (
      select subject, max(score) filter (where is_last) as score, max(colour) filter (where is_last) as colour,
        max(at) filter (where turns) as since
      from turned group by subject),
    counting as (
      select subject, count(distinct fact) filter (where opens <= \(now) and (closes is null or closes > \(now)))
        as facts, least(min(opens) filter (where opens > \(now)), min(closes) filter (where closes > \(now))) as next
      from line group by subject),
    newest as (
      select distinct on (subject) subject, region from fact
      where subject > \(range.after) and subject <= \(range.through)
      order by subject desc, counts_from desc, id desc)
    select r.subject, p.score::integer, coalesce(p.colour, case when p.score is null then 'unrated' end), p.since,
      coalesce(c.facts, 0)::integer, least(c.next, s.next), n.region
    from rating r left join present p using (subject) left join counting c using (subject)
      left join span s using (subject) left join newest n using (subject)
    where r.subject > \(range.after) and r.subject <= \(range.through) and r.is_plain
    """
  }

  private func lines(_ range: SubjectRange) -> SQL {
    switch worth {
    case .recorded:
      """
      select subject, fact, points, is_veto, counts_from as opens, valid_until as closes from fact_line
      where subject > \(range.after) and subject <= \(range.through) and (points <> 0 or is_veto)
      """
    case .priced(let list):
      """
      select l.subject, l.fact, p.points, p.is_veto, l.counts_from as opens, e.closes
      from fact_line l
      join unnest(\(list.prices.map(\.code)), \(list.prices.map(\.weight.rawValue)),
        \(list.prices.map { Int32(clamping: $0.points.hundredths) }), \(list.prices.map(\.isVeto)),
        \(list.validities.map { $0.map { Int32(clamping: $0) } })) as p(code, weight, points, is_veto, period)
        on p.code = l.code and p.weight = l.weight
      join unnest(\(list.ends.map { Int32(clamping: $0.period) }), \(list.ends.map { Int32(clamping: $0.day) }),
        \(list.ends.map(\.end))) as e(period, day, closes)
        on e.period = p.period and e.day = floor((extract(epoch from l.counts_from) + 28800) / 86400)::integer
      where l.subject > \(range.after) and l.subject <= \(range.through)
      """
    }
  }

  private var scored: SQL {
    let (base, lowest, highest) = (number(scale.base), number(scale.lowest), number(scale.highest))
    return """
      select subject, at, case when judged = 0 then null when vetoes > 0 then \(lowest)
        else greatest(\(lowest), least(\(highest), \(base) + points)) end as score from step
      """
  }

  private var colour: SQL {
    var whens: SQL = "case when score is null then 'unrated'"
    for band in scale.bands {
      guard let range = band.hundredths(within: scale.lowest.hundredths...scale.highest.hundredths) else { continue }
      whens = """
        \(whens) when score between \(Int64(range.lowerBound)) and \(Int64(range.upperBound))
          then \(band.colour.rawValue)
        """
    }
    return "\(whens) end"
  }

  private func number(_ points: Points) -> SQL { "\(Int64(points.hundredths))::bigint" }
}
