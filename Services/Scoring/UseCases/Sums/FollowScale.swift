import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Brings every rating over to another scale when it comes into force, page by page, without anyone asking.
struct FollowScale: Sendable {
  static let timer = "scale.turn"
  /// How many subjects are looked at in one transaction.
  static let page = 500

  let clock: RatingClock
  let expire: ExpireScores
  let pages = LedgerPages()

  /// Begins with the last turn, unless that was done before.
  func begin(work: UnitOfWork) async throws {
    guard let turn = try clock.scales(through: work.now).instants.last else { return }
    let isNew = try await work.connection.execute(
      "insert into scale_turn (turned_at, begun_at) values (\(turn), \(work.now)) on conflict do nothing")
    guard isNew > 0 else { return }
    schedule(after: "", turn: turn, work: work)
    work.record(
      AuditEntry(actor: "scoring", action: "scale.turned", subject: "ratings", cause: RFC3339.text(of: turn)))
  }

  /// Does the next page of each turn under way.
  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    for timer in timers {
      guard let turn = RFC3339.date(from: timer.subject) else { continue }
      let key = String(decoding: timer.data, as: UTF8.self)
      guard let range = try await pages.next(after: key, limit: FollowScale.page, on: work.connection) else { continue }
      let due = try await pages.due(range, at: work.now, turn: turn, on: work.connection)
      try await expire.settle(due, work: work)
      schedule(after: range.through, turn: turn, work: work)
    }
  }

  private func schedule(after key: String, turn: Date, work: UnitOfWork) {
    work.schedule(
      DurableTimer(
        kind: FollowScale.timer, subject: RFC3339.text(of: turn), due: work.now, data: Array(key.utf8)))
  }
}
