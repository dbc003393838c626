import Contracts
import Foundation
import Support
import Testing

/// The sewer of Lushan: a call on the sixth day of the lunar new year 2024, cleared the same day, and the resident's thanks.
@Suite("E2E-1: a blocked sewer in Lushan", .serialized)
struct LushanTests {
  private let complaint: JSON = [
    "externalId": "LS-2024-0215", "channel": "HOTLINE_12369", "region": "360483", "category": "water",
    "content": "小区下水道堵塞,污水反流,气味刺鼻。", "location": "庐山市某小区", "occurredAt": "2024-02-15T01:00:00Z",
    "reporter": ["name": "王女士", "phone": "13870209001"],
  ]

  @Test("from a call on a holiday to the file, through Kafka and HTTP, with three contacts and no date missed")
  func sewer() async throws {
    try await Bureau.with(clock: "2024-02-15T01:30:00Z", others: ["notifications"]) { bureau in
      let receipt = try await bureau.submit(complaint, source: "/hotline/12369")
      #expect(receipt["status"]?.string == "registered")
      // Fifteen days end on 1 March: 24:00 there is 16:00 UTC.
      #expect(receipt["dueDates"]?.array?.map { $0["due"]?.string } == ["2024-03-01T16:00:00Z"])
      let petition = try #require(receipt["petitionId"]?.string)
      try await bureau.becomes(petition, "told of receipt") { $0["contacts"]?.integer == 1 }

      let accepted = try await bureau.take("accept", ["procedure": "enforcement"], on: petition, as: "clerk")
      #expect(accepted["nextDue"]?["due"]?.string == "2024-04-15T16:00:00Z")
      try await bureau.becomes(petition, "told of acceptance") { $0["contacts"]?.integer == 2 }
      try await bureau.take(
        "assign",
        ["lead": "庐山执法大队", "assisting": ["HOUSING_CONSTRUCTION", "MUNICIPAL_MAINTENANCE"]], on: petition, as: "clerk")
      try await bureau.advance(to: "2024-02-15T02:15:00Z")
      try await bureau.take("investigate", ["onSite": true], on: petition, as: "handler")
      try await bureau.advance(to: "2024-02-15T06:00:00Z")
      try await bureau.take(
        "handle", ["outcome": "resolved", "measures": ["PIPE_CLEARED"]], on: petition, as: "handler")
      let early = try await bureau.ask("archive", ["fileNumber": "LS-1"], on: petition, as: "clerk")
      #expect(early.status == 409 && early.body["code"]?.string == "step-out-of-turn", "no step is skipped")
      try await bureau.take("conclude", ["verdict": "support"], on: petition, as: "handler")
      try await bureau.becomes(petition, "told of the answer") { $0["contacts"]?.integer == 3 }
      try await bureau.take("re-check", ["passed": true, "unit": "九江市生态环境局"], on: petition, as: "supervisor")
      try await bureau.take(
        "publish", ["published": true, "summary": "小区管网堵塞,已当日疏通。"], on: petition, as: "leader")
      try await bureau.take("call-back", ["reached": true, "satisfied": true], on: petition, as: "clerk")
      try await bureau.take("archive", ["fileNumber": "LS-1"], on: petition, as: "clerk")

      // Nothing that ran runs out later.
      try await bureau.advance(to: "2024-06-01T00:00:00Z")
      let course = try await bureau.course(of: petition)
      #expect(
        course.filter { !["contacted"].contains($0) } == [
          "received", "accepted", "assigned", "investigated", "handled", "concluded", "rechecked", "published",
          "called-back", "archived",
        ])
      #expect(course.filter { $0 == "contacted" }.count == 3)
      let shown = try await bureau.detail(petition)
      #expect(shown["status"]?.string == "archived" && shown["satisfied"]?.bool == true)
      #expect(shown["channelClass"]?.string == "phone" && shown["file"]?["assigned"]?["assisting"]?.array?.count == 2)
      #expect(shown["handedOverAt"]?.string == "2024-02-15T01:30:00Z")
      #expect(shown["investigatedAt"]?.string == "2024-02-15T02:15:00Z")
      #expect(shown["handledAt"]?.string == "2024-02-15T06:00:00Z")
      let promises = ["ownerAssigned", "handledInTime", "effectSupervised", "replyGiven"]
      #expect(promises.allSatisfy { shown["promises"]?[$0]?.bool == true })
    }
  }

  @Test("left alone: warned of, overdue, a level up, listed; and a restart catches up on what it missed")
  func neglected() async throws {
    try await Bureau.with(clock: "2024-02-15T01:30:00Z", others: []) { bureau in
      let petition = try #require(
        try await bureau.submit(complaint, source: "/hotline/12369")["petitionId"]?.string)
      // 24:00 of 1 March, less five days and less one.
      try await bureau.advance(to: "2024-02-25T16:00:00Z")
      try await bureau.advance(to: "2024-02-29T16:00:00Z")
      #expect(try await bureau.course(of: petition).suffix(2) == ["warned", "warned"])
      await bureau.petitions.stop()
      let again = try bureau.city.start()
      try await bureau.city.advance(again, to: "2024-03-12T00:00:00Z")
      let course = try await bureau.course(of: petition)
      // 2 March, the day after; then five working days of the week after.
      #expect(course.dropFirst(3) == ["overdue", "escalated", "supervised", "escalated", "supervised"])
      let state = try #require(try await bureau.told(.petitionStates).last { $0["petitionId"]?.string == petition })
      #expect(state["overdue"]?.bool == true && state["supervision"]?.string == "listed")
      let levels = try await bureau.told(.petitions).compactMap { $0["target"]?.string }
      #expect(levels == ["supervisor", "leader"])
    }
  }
}
