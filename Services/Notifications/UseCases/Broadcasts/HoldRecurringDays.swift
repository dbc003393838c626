import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Announces the days that recur, such as the consultation day for enterprises, each as a broadcast of its own.
struct HoldRecurringDays: Sendable {
  static let timer = "notification.recurring-days"

  let books: NoticeBooks
  let rules: RuleBook

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let book = books.current
    let region = try rules.rules(at: work.now).packs.first?.region ?? .country
    for timer in timers {
      if timer.subject.isEmpty { try await look(book, work: work) }
      // A day that the rules have no more does not come round again.
      guard let day = book.calendar.recurring.first(where: { $0.code == timer.subject }) else { continue }
      let announced = day.next(after: timer.due.addingTimeInterval(-1), calendar: rules.calendar)
      if announced.starts > work.now { try await announce(day, announced, region: region.description, book, work) }
      schedule(day, work: work)
    }
  }

  /// Every day: days that the rules have got since begin to come round.
  private func look(_ book: NoticeBook, work: UnitOfWork) async throws {
    let known = try await work.connection.query(
      "select subject from timer where kind = \(Self.timer)", as: String.self)
    for day in book.calendar.recurring where !known.contains(day.code) { schedule(day, work: work) }
    work.schedule(DurableTimer(kind: Self.timer, subject: "", due: work.now.addingTimeInterval(86_400)))
  }

  private func schedule(_ day: RecurringDay, work: UnitOfWork) {
    let next = day.next(after: work.now, calendar: rules.calendar)
    work.schedule(DurableTimer(kind: Self.timer, subject: day.code, due: next.announced))
  }

  private func announce(
    _ day: RecurringDay, _ date: (announced: Date, starts: Date, ends: Date), region: String, _ book: NoticeBook,
    _ work: UnitOfWork
  ) async throws {
    let content = BroadcastContent(
      title: day.title, text: day.title, segment: BroadcastSegment(audiences: [day.audience], regions: [region]),
      channels: book.timing.digestChannels, starts: date.starts, ends: date.ends, place: day.place, wantsAnswer: true)
    let id = EventIdentity.uuidV5(
      namespace: EventIdentity.eventNamespace, parts: "recurring-day", day.code, RFC3339.text(of: date.starts))
    var broadcast = Broadcast(
      id: id, region: region, kind: day.kind, content: content, madeBy: "notifications", updatedAt: work.now)
    try broadcast.send(by: "notifications", at: work.now)
    guard try await BroadcastStore.insert(broadcast, on: work.connection) != nil else { return }
    SendBroadcast.begin(broadcast, lead: book.calendar.meetingLead, work: work)
    work.record(
      AuditEntry(
        actor: "notifications", action: "broadcast.sent", subject: id.lowercased, cause: "recurring-day:\(day.code)"))
  }
}
