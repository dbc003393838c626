import Contracts
import FoundationEssentials
import Kafka
import Messaging
import Postgres
import Sealing
import Testing

@testable import Petitions

@Suite("Intake of complaints")
struct IntakeTests {
  private let now: Date

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  @Test func `a complaint becomes a petition, with receipt, state, message, clock and audit`() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      let receipt = try #require(try await desk.told(.complaintReceipts).first)
      #expect(receipt.status == "registered" && receipt.key == "/hotline/12369 JJ-2024-0001")
      #expect(receipt.data["dueDates"]?.array?.first?["due"]?.string == "2024-03-01T16:00:00Z")
      let number = try #require(receipt.data["petitionNumber"]?.string)
      #expect(PetitionNumber(number) != nil)
      let received = try PetitionReceived(json: try #require(try await desk.told(.petitions).first).data)
      #expect(received.channelClass == .letter && received.petitionNumber == number && received.subjectKey == nil)
      let state = try PetitionState(json: try #require(try await desk.told(.petitionStates).first).data)
      #expect(state.sequence == 1 && state.status == .received && state.contacts == 0)
      let message = try PetitionerMessageRequested(
        json: try #require(try await desk.told(.petitionerMessages).first).data)
      #expect(message.contact == 1 && message.channels == [.sms, .email])
      let secret = try JSON(
        parsing: try desk.notifications.open(
          message.sealedContact, context: PetitionSealing.contactContext(received.petitionId)))
      #expect(secret["phone"]?.string == "138 0013 8000" && secret["queryCode"]?.string?.utf8.count == 8)
      #expect(try await desk.count("select count(*) from timer where kind = 'petition.clocks'") == 5)
      #expect(try await desk.count("select count(*) from audit where action = 'petition.received'") == 1)
      #expect(try await desk.count("select count(*) from deadline_basis where derivation <> '{}'") == 1)
    }
  }

  @Test func `nothing of the reporter and nothing of the words stands in the clear`() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      for table in ["petition", "petition_vault", "outbox", "audit", "timer", "petition_supplement", "dead_letter"] {
        for word in ["侯先生", "13800138000", "138 0013 8000", "Hou@example.com", "洗砂", "某水泥制品厂"] {
          let needle = "%" + ComplaintReceipts.hexadecimal(Array(word.utf8)) + "%"
          let found = try await desk.count(
            """
            select count(*) from \(identifier: table) t
            where encode(convert_to(t::text, 'UTF8'), 'hex') like \(needle)
              or t::text like '%' || \(ComplaintReceipts.hexadecimal(Array(word.utf8))) || '%'
            """)
          #expect(found == 0, "\(word) in \(table)")
        }
      }
    }
  }

  @Test func `the same content again, as a new event or the old one, is a duplicate with a receipt of its own`()
    async throws
  {
    try await Desk.with(at: now) { desk in
      let complaint = Fixtures.complaint()
      try await desk.take([Fixtures.record(complaint)])
      try await desk.take([Fixtures.record(complaint, offset: 1), Fixtures.record(complaint, id: "e-2", offset: 2)])
      let receipts = try await desk.told(.complaintReceipts)
      #expect(receipts.map(\.status) == ["registered", "duplicate", "duplicate"])
      #expect(Set(receipts.map { $0.data["petitionId"]?.string }).count == 1)
      #expect(try await desk.count("select count(*) from petition") == 1)
      #expect(try await desk.count("select count(distinct event_id) from outbox") == 6)
      #expect(try await desk.told(.petitions).count == 1)
    }
  }

  @Test func `other content under the same external id is kept as a supplement, once`() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      let more = Fixtures.complaint(content: "今天又在排污。")
      try await desk.take([
        Fixtures.record(more, id: "e-2", offset: 1), Fixtures.record(more, id: "e-3", offset: 2),
        Fixtures.record(Fixtures.complaint(region: "360425"), id: "e-4", offset: 3),
      ])
      #expect(
        try await desk.told(.complaintReceipts).map(\.status) == [
          "registered", "supplement", "duplicate", "supplement",
        ])
      let told = try await desk.told(.petitions)
      #expect(told.count == 3)
      let last = try PetitionSupplemented(json: told[2].data)
      #expect(last.supplement == 2 && last.contradicts == true)
      #expect(try await desk.count("select sequence from petition_clock") == 3)
      #expect(try await desk.count("select receipts from petition") == 4)
      let state = try PetitionState(json: try #require(try await desk.told(.petitionStates).last).data)
      #expect(state.sequence == 3)
    }
  }

  @Test func `an event id seen before under another external id is a supplement that contradicts`() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      try await desk.take([Fixtures.record(Fixtures.complaint("JJ-2024-0002"), offset: 1)])
      let receipts = try await desk.told(.complaintReceipts)
      #expect(receipts.map(\.status) == ["registered", "supplement"])
      #expect(receipts[0].data["petitionId"] == receipts[1].data["petitionId"])
      #expect(try await desk.count("select count(*) from petition_supplement where contradicts") == 1)
      // The same event id of another source is another event.
      try await desk.take([Fixtures.record(Fixtures.complaint("X"), source: "/hotline/12345", offset: 2)])
      #expect(try await desk.told(.complaintReceipts).last?.status == "registered")
    }
  }

  @Test func `repeats inside one batch are known as well`() async throws {
    try await Desk.with(at: now) { desk in
      let complaint = Fixtures.complaint()
      try await desk.take([
        Fixtures.record(complaint, offset: 0), Fixtures.record(complaint, id: "e-2", offset: 1),
        Fixtures.record(Fixtures.complaint(content: "别的"), id: "e-3", offset: 2),
        Fixtures.record(Fixtures.complaint("JJ-2"), id: "e-1", offset: 3),
        Fixtures.record(Fixtures.complaint("JJ-3"), id: "e-4", offset: 4),
      ])
      let receipts = try await desk.told(.complaintReceipts)
      let statuses = Dictionary(
        uniqueKeysWithValues: receipts.map { ($0.data["record"]?["offset"]?.integer ?? -1, $0.status ?? "") })
      #expect(statuses == [0: "registered", 1: "duplicate", 2: "supplement", 3: "supplement", 4: "registered"])
    }
  }

  @Test func `nobody to write to: the first contact is spared on record and no message is asked for`() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint(reporter: nil))])
      #expect(try await desk.told(.petitionerMessages).isEmpty)
      let told = try await desk.told(.petitions)
      #expect(try told.count == 2 && PetitionContacted(json: told[1].data).outcome == .noContactData)
      #expect(try await desk.count("select sequence from petition_clock") == 2)
    }
  }

  @Test func `an identity that a hotline sealed is kept as it is`() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint(reporter: Reporter(sealed: [9, 9, 9])))])
      let kept: [[UInt8]] = [[9, 9, 9]]
      #expect(try await desk.pool.query("select hotline from petition_vault", as: [UInt8].self) == kept)
      #expect(try await desk.told(.petitionerMessages).isEmpty)
    }
  }

  @Test func `a thousand complaints take the same few statements as ten`() async throws {
    try await Desk.with(at: now) { desk in
      func records(_ range: Range<Int>) -> [KafkaMessage] {
        range.map { Fixtures.record(Fixtures.complaint("N-\($0)"), id: "n-\($0)", offset: Int64($0)) }
      }
      try await desk.take(records(0..<10))
      let start = ContinuousClock.now
      try await desk.take(records(10..<1010))
      #expect(ContinuousClock.now - start < .seconds(10))
      #expect(try await desk.count("select count(*) from petition") == 1010)
      #expect(try await desk.told(.complaintReceipts).count == 1010)
    }
  }
}
