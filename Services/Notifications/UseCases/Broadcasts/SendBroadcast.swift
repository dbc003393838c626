import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Writes the messages of a broadcast page by page: the invitations, the reminders before a meeting, the cancellation. Each
/// page is a transaction of its own, and where it ended stands in the row or in the timer: a restart goes on there.
struct SendBroadcast: Sendable {
  static let inviting = "notification.broadcast"
  static let reminding = "notification.broadcast-reminder"
  static let cancelling = "notification.broadcast-cancelled"
  /// How many addressees a page has.
  static let page = 500

  let books: NoticeBooks

  /// Sets the timers of a broadcast that may go.
  static func begin(_ broadcast: Broadcast, lead: Duration, work: UnitOfWork) {
    work.schedule(DurableTimer(kind: inviting, subject: broadcast.id.lowercased, due: work.now))
    guard let starts = broadcast.content.starts else { return }
    let due = starts.addingTimeInterval(-lead.inSeconds)
    // Who is invited later than that is reminded by the invitation itself.
    if due > work.now { work.schedule(DurableTimer(kind: reminding, subject: broadcast.id.lowercased, due: due)) }
  }

  /// Takes the timers of a broadcast back.
  static func stop(_ broadcast: Broadcast, tellsRecipients: Bool, work: UnitOfWork) {
    work.cancel(timers: [inviting, reminding], of: broadcast.id.lowercased)
    if tellsRecipients {
      work.schedule(DurableTimer(kind: cancelling, subject: broadcast.id.lowercased, due: work.now))
    }
  }

  /// Writes the next page of invitations.
  func invite(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let timing = books.current.timing
    for timer in timers {
      guard let id = UUID(text: timer.subject),
        var broadcast = try await BroadcastStore.lock(id, on: work.connection), broadcast.status == .sending
      else { continue }
      let members = try await AddresseeStore.members(
        of: broadcast.content.segment, after: broadcast.reached ?? "", limit: Self.page, on: work.connection)
      let cause = "broadcast:\(id.lowercased)"
      let drafts = members.map { broadcast.draft(to: $0, timing: timing, now: work.now, cause: cause) }
      if !drafts.isEmpty {
        try await MessageStore.insert(drafts, work: work)
        try await work.connection.execute(
          RecipientStore.insert(
            zip(members, drafts).map { (addressee: $0, message: $1.id) }, of: id, at: work.now))
      }
      let isLast = members.count < Self.page
      broadcast.reach(members.count, last: isLast ? nil : members.last?.key)
      broadcast.updatedAt = work.now
      broadcast.version += 1
      try await BroadcastStore.save(broadcast, on: work.connection)
      if !isLast { work.schedule(DurableTimer(kind: Self.inviting, subject: timer.subject, due: work.now)) }
    }
  }

  /// Writes the next page of reminders.
  func remind(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    try await follow(timers, kind: Self.reminding, template: "broadcast-reminder", work: work) {
      $0.status == .sent || $0.status == .sending
    }
  }

  /// Writes the next page of cancellations.
  func cancel(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    try await follow(timers, kind: Self.cancelling, template: "broadcast-cancelled", work: work) {
      $0.status == .cancelled
    }
  }

  private func follow(
    _ timers: [DurableTimer], kind: String, template: String, work: UnitOfWork, when: (Broadcast) -> Bool
  ) async throws {
    let timing = books.current.timing
    for timer in timers {
      guard let id = UUID(text: timer.subject),
        let broadcast = try await BroadcastStore.find(id, on: work.connection), when(broadcast)
      else { continue }
      let keys = try await RecipientStore.expected(
        of: id, after: String(decoding: timer.data, as: UTF8.self), limit: Self.page, on: work.connection)
      let entries = try await AddresseeStore.find(keys, on: work.connection)
      let drafts = keys.compactMap { entries[$0] }.filter(\.isActive).map {
        broadcast.draft(
          to: $0, template: template, timing: timing, now: work.now, cause: "\(template):\(id.lowercased)")
      }
      if !drafts.isEmpty { try await MessageStore.insert(drafts, work: work) }
      if keys.count == Self.page, let last = keys.last {
        work.schedule(DurableTimer(kind: kind, subject: timer.subject, due: work.now, data: Array(last.utf8)))
      }
    }
  }
}
