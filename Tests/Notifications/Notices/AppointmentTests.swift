import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("Appointments")
struct AppointmentTests {
  private let firm = Firms.valid(1)[0]

  private func make(_ office: NoticeOffice, at: String = "2026-03-09T01:00:00Z") async throws -> Appointment {
    try await office.enter(firm, .enterprise)
    let wish = KeepAppointment.Wish(
      addressee: firm, unit: "eco-360482", purpose: .checkUp, at: NoticeFixtures.at(at), place: "厂区", note: nil)
    let made = try await office.runner.run {
      try await office.desk.keepAppointment.make(wish, by: office.caller, work: $0, authorise: { _ in })
    }
    return try #require(made)
  }

  @discardableResult
  private func take(_ step: KeepAppointment.Step, _ id: UUID, _ office: NoticeOffice) async throws -> Appointment? {
    try await office.runner.run {
      try await office.desk.keepAppointment(step, on: id, by: office.caller, work: $0, authorise: { _ in })
    }
  }

  private func templates(_ office: NoticeOffice) async throws -> [String] {
    try await office.waiting().map(\.template)
  }

  @Test func `the addressee is told, and reminded as long before as the rules say`() async throws {
    try await NoticeOffice.with { office in
      _ = try await make(office)
      #expect(try await templates(office) == ["appointment"])
      try await office.advance(to: "2026-03-06T00:59:00Z")
      #expect(try await templates(office).count == 1)
      try await office.advance(to: "2026-03-06T01:00:00Z")
      try await office.advance(to: "2026-03-08T01:00:00Z")
      #expect(try await templates(office) == ["appointment", "appointment-reminder", "appointment-reminder"])
      let message = office.desk.books.current.render(
        "appointment-reminder", try await office.words("appointment-reminder"), in: .chinese, by: .sms)
      #expect(message?.text == "共青城生态环境局 将于 2026年3月9日 09:00 环保体检(诊断),地点:厂区。")
    }
  }

  @Test func `one that is moved is reminded of its new time alone`() async throws {
    try await NoticeOffice.with { office in
      let made = try await make(office)
      try await take(.move(to: NoticeFixtures.at("2026-03-20T01:00:00Z"), place: nil), made.id, office)
      try await office.advance(to: "2026-03-09T02:00:00Z")
      #expect(try await templates(office) == ["appointment", "appointment-moved"])
      try await office.advance(to: "2026-03-19T01:00:00Z")
      #expect(try await templates(office).filter { $0 == "appointment-reminder" }.count == 2)
      await #expect(throws: NoticeError.past(field: "at")) {
        try await take(.move(to: NoticeFixtures.at("2026-03-01T01:00:00Z"), place: nil), made.id, office)
      }
    }
  }

  @Test func `one that is kept may be followed by another, one that is over knows no more steps`() async throws {
    try await NoticeOffice.with { office in
      let made = try await make(office)
      let kept = try await take(.keep(followUp: NoticeFixtures.at("2026-04-09T01:00:00Z")), made.id, office)
      #expect(kept?.status == .kept && kept?.version == 2)
      let found = try await office.runner.read {
        try await AppointmentStore.list(
          regions: ["360000"], addressee: nil, status: .planned, before: .max, limit: 10, on: $0)
      }
      #expect(found.map(\.purpose) == [.followUp] && found.map(\.follows) == [made.id])
      for step in [KeepAppointment.Step.cancel(note: nil), .miss, .keep(followUp: nil)] {
        await #expect(throws: NoticeError.self) { try await take(step, made.id, office) }
      }
      try await office.advance(to: "2026-03-09T02:00:00Z")
      #expect(try await templates(office) == ["appointment", "appointment"])
    }
  }

  @Test func `one that is cancelled is told and reminds nobody; strangers cannot be met`() async throws {
    try await NoticeOffice.with { office in
      let made = try await make(office)
      try await take(.cancel(note: "天气原因"), made.id, office)
      try await office.advance(to: "2026-03-10T01:00:00Z")
      #expect(try await templates(office) == ["appointment", "appointment-cancelled"])
      let wish = KeepAppointment.Wish(
        addressee: "nobody", unit: "eco-360482", purpose: .checkUp, at: NoticeFixtures.at("2026-03-20T01:00:00Z"),
        place: nil, note: nil)
      let none = try await office.runner.run {
        try await office.desk.keepAppointment.make(wish, by: office.caller, work: $0, authorise: { _ in })
      }
      #expect(none == nil)
    }
  }
}
