import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Compensation

/// A notice (告知单) is served by what the notifications service proves, and staff need not write it down again.
@Suite("Proof of service of notices")
struct NoticeProofTests {
  private let now: Date

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func filed(_ desk: Desk) async throws -> (id: UUID, number: String) {
    try await desk.take([Fixtures.filing("罚1", at: now)])
    let id = try await desk.onlyCase().id
    try await desk.step(Check(damaged: true), on: id)
    return (id, try #require(try await desk.onlyCase().file.company.notices.last?.number))
  }

  private func delivered(
    _ id: UUID, _ number: String?, by channel: ContactChannel, at: Date
  ) -> NotificationDelivered {
    NotificationDelivered(
      messageId: UUID(), at: at, channel: channel, attempts: 1, proof: "EMS-1", audience: .enterprise,
      subject: id.lowercased, documentNumber: number)
  }

  private func acknowledged(
    _ id: UUID, _ number: String, _ kind: AcknowledgementKind, channel: ContactChannel? = nil, at: Date
  ) -> NotificationAcknowledged {
    NotificationAcknowledged(
      messageId: UUID(), at: at, by: kind, channel: channel, audience: .enterprise, subject: id.lowercased,
      documentNumber: number, proof: "回证1")
  }

  @Test("the receiver's confirmation serves the notice once, at its instant, and the clock of service is met")
  func confirmed() async throws {
    try await Desk.with(at: now) { desk in
      let (id, number) = try await filed(desk)
      try await desk.move(to: now.addingTimeInterval(86_400))
      let event = acknowledged(id, number, .inbox, channel: .inbox, at: now.addingTimeInterval(3_600))
      try await desk.take([event, event], on: .notifications, from: "/notifications")
      try await desk.take([event], on: .notifications, from: "/notifications")
      let notice = try #require(try await desk.onlyCase().file.company.notices.last)
      #expect(notice.servedAt == now.addingTimeInterval(3_600) && notice.method == .electronic)
      #expect(notice.proof == "回证1")
      #expect(try await desk.told().filter { $0.type == "compensation.notice-served" }.count == 1)
      let clock = try #require(try await desk.onlyCase().file.deadlines.last { $0.kind == .serveNotice })
      #expect(clock.metAt == notice.servedAt)
      await #expect(throws: CompensationError.self) { try await desk.step(ServeNotice(method: .direct), on: id) }
    }
  }

  @Test("a letter is served by its receipt; what a machine sent and nobody confirmed proves nothing")
  func channels() async throws {
    try await Desk.with(at: now) { desk in
      let (id, number) = try await filed(desk)
      for channel in [ContactChannel.sms, .email, .wechat, .voice, .inbox, .phone] {
        try await desk.take([delivered(id, number, by: channel, at: now)], on: .notifications, from: "/notifications")
      }
      try await desk.take(
        [
          delivered(id, nil, by: .letter, at: now), delivered(id, "别的文书", by: .letter, at: now),
          delivered(UUID(), number, by: .letter, at: now), acknowledged(id, number, .spoken, channel: .phone, at: now),
        ], on: .notifications, from: "/notifications")
      #expect(try await desk.onlyCase().file.company.notices.last?.servedAt == nil)
      try await desk.take([delivered(id, number, by: .letter, at: now)], on: .notifications, from: "/notifications")
      let notice = try #require(try await desk.onlyCase().file.company.notices.last)
      #expect(notice.method == .mail && notice.proof == "EMS-1")
    }
  }

  @Test("one that cannot be brought is noted with why; a later notice is another")
  func failed() async throws {
    try await Desk.with(at: now) { desk in
      let (id, number) = try await filed(desk)
      let failed = NotificationFailed(
        messageId: UUID(), at: now, channel: .sms, attempts: 3, reason: .noContactData, audience: .enterprise,
        subject: id.lowercased, documentNumber: number)
      try await desk.take([failed], on: .notifications, from: "/notifications")
      #expect(try await desk.onlyCase().file.company.notices.last?.failure == .noContactData)
      #expect(
        try await desk.count("select count(*) from case_step where step = 'notice-not-delivered'") == 1)
      try await desk.step(IssueNotice(), on: id)
      let second = try #require(try await desk.onlyCase().file.company.notices.last?.number)
      // The first is served after all: the clock of the second runs on.
      try await desk.take(
        [acknowledged(id, number, .deliveryNote, at: now)], on: .notifications, from: "/notifications")
      let only = try await desk.onlyCase()
      #expect(only.file.company.notices.map { $0.servedAt != nil } == [true, false])
      #expect(only.file.deadlines.contains { $0.kind == .serveNotice && $0.isOpen })
      try await desk.take(
        [acknowledged(id, second, .deliveryNote, channel: .letter, at: now)], on: .notifications, from: "/notifications"
      )
      #expect(try await desk.onlyCase().file.company.notices.last?.method == .mail)
    }
  }
}
