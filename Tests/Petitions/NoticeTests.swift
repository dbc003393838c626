import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Petitions

@Suite("Notices by hand, staff who come back, and what is published")
struct NoticeTests {
  private let now: Date

  init() throws { now = try Fixtures.instant(2024, 3, 4) }

  /// A case that was handed over and taken over, so that its petitioner is owed a notice.
  private func takenOver(_ desk: Desk) async throws -> UUID {
    let id = try #require(try await desk.register([Fixtures.complaint()]).first)
    try await desk.step(Accept(), id)
    try await desk.step(Transfer(to: "eco-360482", toRegion: "360482"), id)
    try await desk.step(TakeOver(), id)
    return id
  }

  @Test func `a notice that no message could give is given by hand, once, with its proof`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await takenOver(desk)
      await #expect(throws: PetitionError.self) {
        try await desk.step(RecordNotice(notice: .extended, outcome: .reached, channel: .phone), id)
      }
      await #expect(throws: PetitionError.self) {
        try await desk.step(RecordNotice(notice: .takenOver, outcome: .reached), id)
      }
      let petition = try await desk.step(
        RecordNotice(notice: .takenOver, outcome: .reached, channel: .phone, proof: "录音 2024-17"), id)
      let notice = try #require(petition.file.notices.last)
      #expect(notice.byStaff && notice.isDone && notice.proof == "录音 2024-17" && notice.channel == .phone)
      let told = try await desk.told(.petitions).compactMap { try? PetitionNotified(json: $0.data) }
      #expect(told.map(\.notice) == [.takenOver] && told.first?.outcome == .reached)
      await #expect(throws: PetitionError.self) {
        try await desk.step(RecordNotice(notice: .takenOver, outcome: .reached, channel: .phone), id)
      }
    }
  }

  @Test func `that nobody could be reached counts only when staff say so`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await takenOver(desk)
      var petition = try #require(try await desk.petition("JJ-2024-0001"))
      let message = try #require(petition.file.notices.last?.messageId)
      _ = petition.close(notice: message, outcome: .notReached, channel: .sms, attempts: 5, proof: nil, at: now)
      #expect(petition.file.notices.last?.isDone == false && petition.nextSteps().contains(.notice))
      let after = try await desk.step(RecordNotice(notice: .takenOver, outcome: .notReached, channel: .phone), id)
      #expect(after.file.notices.last?.isDone == true && !after.nextSteps().contains(.notice))
    }
  }

  @Test func `whoever was taken off a case comes back by another's word, with the reason on file`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await takenOver(desk)
      await #expect(throws: PetitionError.self) {
        try await desk.step(ReadmitStaff(person: "li.gang", reason: "误记"), id)
      }
      try await desk.step(WithdrawStaff(person: "li.gang", reason: "亲属"), id)
      func investigate() async throws {
        try await desk.runner.run { work in
          _ = try await desk.application.takeStep(
            Investigate(), on: id, by: Caller(subject: "li.gang", requestId: "r", traceParent: nil), work: work,
            authorise: { _ in })
        }
      }
      await #expect(throws: PetitionError.withdrawn) { try await investigate() }
      try await desk.step(ReadmitStaff(person: "li.gang", reason: "经查并非亲属"), id)
      try await investigate()
      let steps = try await desk.pool.query(
        "select step from petition_step where step in ('withdraw', 'readmit') order by number", as: String.self)
      #expect(steps == ["withdraw", "readmit"])
    }
  }

  /// As far as publication is the next step.
  private func rechecked(_ desk: Desk, _ id: UUID) async throws {
    try await desk.step(Handle(outcome: .resolved), id)
    try await desk.step(
      Conclude(
        verdict: .support, documentNumber: "九环访〔2024〕1号",
        contents: ["REQUEST", "FACTS_AND_REASONS", "OPINION", "LEGAL_BASIS"], legalBasis: "环境保护法"), id)
    try await desk.step(Recheck(passed: true, unit: "eco-360400"), id)
  }

  @Test func `what is published is the approved summary, masked, and nothing without one`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await takenOver(desk)
      try await rechecked(desk, id)
      await #expect(throws: PetitionError.self) { try await desk.step(Publish(published: true), id) }
      try await desk.step(Summarise(text: "企业非法洗砂已停产拆除,举报人电话13800138000。"), id)
      await #expect(throws: PetitionError.self) { try await desk.step(Publish(published: true), id) }
      try await desk.step(ApproveSummary(), id)
      try await desk.step(Publish(published: true), id)
      let published = try #require(
        try await desk.told(.petitions).compactMap { try? PetitionPublished(json: $0.data) }.last)
      let summary = try #require(published.summary)
      #expect(published.published && summary.hasPrefix("企业非法洗砂已停产拆除") && !summary.contains("13800138000"))
    }
  }

  @Test func `a case that is kept secret is not published, only why not`() async throws {
    try await Desk.with(at: now) { desk in
      var complaint = Fixtures.complaint()
      complaint.secret = true
      let id = try #require(try await desk.register([complaint]).first)
      try await desk.step(Accept(), id)
      try await desk.step(Assign(lead: "brigade"), id)
      try await rechecked(desk, id)
      await #expect(throws: PetitionError.self) {
        try await desk.step(Publish(published: true, summary: "企业已停产。"), id)
      }
      let petition = try await desk.step(Publish(published: false, reason: .reporterSafety), id)
      #expect(petition.file.published?.published == false)
    }
  }
}
