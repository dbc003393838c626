internal import FoundationEssentials
public import Postgres

/// Checks an audit trail against its seals, and its seals against the heads that were published.
///
/// Reads all of it: the time grows with the trail, the memory does not. Serving goes on meanwhile.
public struct AuditVerifier: Sendable {
  /// Hears how many seals are done.
  public typealias Progress = @Sendable (_ seals: Int) -> Void

  /// An entry may be as much older than the seals before it: that long at most a unit of work is open.
  private static let tolerance: Int64 = 3_600_000_000
  private static let page = 64

  private let pool: PostgresPool

  public init(pool: PostgresPool) {
    self.pool = pool
  }

  /// Checks every seal and entry of the database.
  public func verify(progress: Progress = { _ in }) async throws -> AuditReport {
    var report = AuditReport()
    var previous: [UInt8] = []
    var last: Int64 = 0
    while true {
      let seals = try await seals(after: last)
      guard !seals.isEmpty else { break }
      for seal in seals {
        if seal.number != last + 1 {
          report.add(
            .sealRemoved, seal: last + 1, "Seal \(seal.number) comes after seal \(last): those between are gone.")
        }
        try await check(seal, after: previous, into: &report)
        previous = seal.sha256
        last = seal.number
      }
      progress(report.seals)
    }
    if last > 0 { report.head = (last, previous.map(Self.hexadecimal).joined()) }
    try await lookForUnsealed(into: &report)
    return report
  }

  private func check(_ seal: AuditSeal, after previous: [UInt8], into report: inout AuditReport) async throws {
    let entries = try await entries(of: seal.number)
    report.seals += 1
    report.entries += entries.count
    for entry in entries {
      if !entry.isItself {
        report.add(
          .entryChanged, seal: seal.number, entry: entry.id,
          "Entry \(entry.id) (\(entry.action) of \(entry.subject)) was changed after it was written.")
      } else if seal.notBefore > 0, entry.at < seal.notBefore - Self.tolerance {
        report.add(
          .entryAdded, seal: seal.number, entry: entry.id,
          "Entry \(entry.id) (\(entry.action) of \(entry.subject)) says it is older than the seals before it.")
      }
    }
    if entries.count != Int(seal.entries) {
      for id in try await missing(from: seal.number) {
        report.add(.entryRemoved, seal: seal.number, entry: id, "Entry \(id) of seal \(seal.number) is gone.")
      }
    }
    if !seal.follows(previous, holding: entries) {
      report.add(
        .sealBroken, seal: seal.number,
        "The hash of seal \(seal.number) is not that of the seal before and the entries that are there.")
    }
  }

  /// Entries that were there before the newest seal and that no seal names.
  private func lookForUnsealed(into report: inout AuditReport) async throws {
    let rows = try await pool.query(
      """
      with sealed as (select coalesce(range_agg(ids), '{}') as ids from audit_seal)
      select a.id, a.action, a.subject, pg_visible_in_snapshot(a.xid, c.done)
      from audit a, audit_cut c, sealed s where not s.ids @> a.id order by a.id limit 10000
      """, as: (Int64, String, String, Bool).self)
    for (id, action, subject, wasThere) in rows {
      if wasThere {
        report.add(
          .entryAdded, entry: id, "Entry \(id) (\(action) of \(subject)) stands among sealed ones without a seal.")
      } else {
        report.unsealed += 1
      }
    }
  }

  private func seals(after number: Int64) async throws -> [AuditSeal] {
    try await pool.query(
      """
      select number, entries, coalesce((extract(epoch from not_before) * 1000000)::bigint, 0),
        (extract(epoch from made_at) * 1000000)::bigint, sha256
      from audit_seal where number > \(number) order by number limit \(Self.page)
      """, as: (Int64, Int64, Int64, Int64, [UInt8]).self
    ).map { AuditSeal(number: $0.0, entries: $0.1, notBefore: $0.2, madeAt: $0.3, sha256: $0.4) }
  }

  private func entries(of seal: Int64) async throws -> [AuditSeal.Entry] {
    try await pool.query(
      """
      select a.id, (extract(epoch from a.at) * 1000000)::bigint, a.actor, a.action, a.subject, a.cause, a.detail, a.sha256
      from audit_seal s cross join unnest(s.ids) as held(ids)
      join audit a on a.id >= lower(held.ids) and a.id < upper(held.ids)
      where s.number = \(seal) order by a.id
      """, as: (Int64, Int64, String, String, String, String, [UInt8], [UInt8]).self
    ).map {
      AuditSeal.Entry(
        id: $0.0, at: $0.1, actor: $0.2, action: $0.3, subject: $0.4, cause: $0.5, detail: $0.6, sha256: $0.7)
    }
  }

  private func missing(from seal: Int64) async throws -> [Int64] {
    try await pool.query(
      """
      select named.entry from audit_seal s cross join unnest(s.ids) as held(ids)
      cross join generate_series(lower(held.ids), upper(held.ids) - 1) as named(entry)
      where s.number = \(seal) and not exists (select from audit a where a.id = named.entry)
      order by named.entry limit 1000
      """, as: Int64.self)
  }

  /// Compares heads that were published with the seals; answers how many are not the trail's.
  func compare(_ heads: [AuditHead], into report: inout AuditReport) async throws {
    report.heads = (report.heads ?? 0) + heads.count
    guard !heads.isEmpty else { return }
    let seals = try await pool.query(
      """
      select number, encode(sha256, 'hex') from audit_seal where number = any(\(heads.map(\.seal)))
      """, as: (Int64, String).self)
    let known = Dictionary(seals.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    for head in heads where known[head.seal] != head.sha256 {
      report.add(
        .headUnknown, seal: head.seal,
        known[head.seal] == nil
          ? "Seal \(head.seal) of \(head.at) was published and is not in the database."
          : "Seal \(head.seal) of \(head.at) was published with another hash.")
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }
}
