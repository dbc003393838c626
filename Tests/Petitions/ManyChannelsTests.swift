import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Sealing
import Testing

@testable import Petitions

@Suite("Intake by every channel")
struct ManyChannelsTests {
  private let now: Date
  private let caller = Caller(subject: "wang.fang", requestId: "r-1", traceParent: nil)

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func told<Event: EventPayload>(_ type: Event.Type, _ topic: Topic, _ desk: Desk) async throws -> [Event] {
    try await desk.told(topic).compactMap { try? Event(json: $0.data) }
  }

  @Test(arguments: IntakeChannel.allCases)
  func `every channel is taken in, with its class`(channel: IntakeChannel) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint(channel: channel))])
      let received = try #require(try await told(PetitionReceived.self, .petitions, desk).first)
      #expect(received.channel == channel && received.channelClass == channel.intakeClass)
    }
  }

  @Test func `every channel has a unit in the rule packs, and its class from its code alone`() throws {
    let rules = try FigureRules(try Fixtures.rules(at: now).rules)
    #expect(Set(rules.channels.map(\.code)) == Set(IntakeChannel.allCases.map(\.rawValue)))
    for shown in rules.channels {
      let channel = try #require(IntakeChannel(rawValue: shown.code))
      #expect(shown.classCode.lowercased() == channel.intakeClass.rawValue, "\(channel)")
      #expect(["信", "访", "网", "电"].contains(shown.className))
      #expect(shown.unit == (channel == .visit ? "批次" : "件次"))
    }
    #expect(rules.channels.first { $0.code == "SYSTEM_TRANSFER" }?.className == "信")
  }

  @Test func `a visit is one batch of several people, and who speaks for them is told`() async throws {
    try await Desk.with(at: now) { desk in
      var complaint = Fixtures.complaint(channel: .visit, reporter: nil)
      complaint.visit = VisitBatch(
        visitors: 12, representatives: (1...5).map { Reporter(name: "代表\($0)", phone: "1390000000\($0)") })
      try await desk.take([Fixtures.record(complaint)])
      let received = try #require(try await told(PetitionReceived.self, .petitions, desk).first)
      #expect(received.visitors == 12 && received.channelClass == .visit)
      #expect(try await desk.count("select visitors from petition") == 12)
      let message = try #require(try await told(PetitionerMessageRequested.self, .petitionerMessages, desk).first)
      let card = try JSON(
        parsing: try desk.notifications.open(
          message.sealedContact, context: PetitionSealing.contactContext(received.petitionId)))
      #expect(card["phone"]?.string == "13900000001")
    }
  }

  @Test func `a registered supervisor is known, an unknown number is taken in as a citizen's and told`() async throws {
    try await Desk.with(at: now) { desk in
      let register = desk.application.registerSupervisor
      let registration = RegisterSupervisor.Registration(number: "JD-7", region: "360482", name: "冯七")
      for isNew in [true, false] {
        let result = try await desk.runner.run { try await register(registration, by: caller, work: $0) }
        #expect(result == isNew)
      }
      func send(_ id: String, _ number: String, offset: Int64) async throws {
        var complaint = Fixtures.complaint(id, channel: .wechatGroup)
        complaint.supervisor = number
        try await desk.take([Fixtures.record(complaint, id: id, offset: offset)])
      }
      try await send("a", "JD-7", offset: 0)
      try await send("b", "JD-8", offset: 1)
      _ = try await desk.runner.run { try await register.end("JD-7", by: caller, work: $0, authorise: { _ in }) }
      try await send("c", "JD-7", offset: 2)
      #expect(try await told(PetitionReceived.self, .petitions, desk).map(\.submitter) == [.supervisor, nil, nil])
      let receipts = try await told(ReceiptIssued.self, .complaintReceipts, desk)
      #expect(receipts.map(\.notices) == [[], [.supervisorUnknown], [.supervisorUnknown]])
      #expect(try await desk.count("select count(*) from supervisor where identity::text like '%冯七%'") == 0)
    }
  }

  @Test func `material by another channel that names the petition joins it, and its hotline follows the case`()
    async throws
  {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint(channel: .hotline12369))])
      let petition = try #require(try await desk.petition("JJ-2024-0001"))
      var more = Fixtures.complaint("wx-1", channel: .wechatPublic, content: "照片", reporter: nil)
      more.subject = nil
      more.addsTo = petition.number.lowercased()
      more.attachments = [
        Attachment(
          uri: "https://files.example.org/1.jpg", sha256: String(repeating: "a", count: 64), size: 9,
          mediaType: "image/jpeg")
      ]
      for offset in 1...2 {
        try await desk.take([Fixtures.record(more, id: "w", source: "/hotline/wechat", offset: Int64(offset))])
      }
      let receipts = try await told(ReceiptIssued.self, .complaintReceipts, desk)
      #expect(receipts.map(\.status) == [.registered, .supplement, .duplicate])
      #expect(Set(receipts.map(\.petitionId)).count == 1 && receipts[1].externalId == "wx-1")
      let supplement = try #require(try await told(PetitionSupplemented.self, .petitions, desk).last)
      #expect(supplement.channel == .wechatPublic && supplement.attachments == 1 && supplement.contradicts == nil)
      #expect(try await desk.count("select count(*) from petition") == 1)

      _ = try await desk.runner.run { work in
        try await desk.application.takeStep(Accept(), on: petition.id, by: caller, work: work, authorise: { _ in })
      }
      let statuses = try await told(ComplaintStatusChanged.self, .complaintStatuses, desk)
      #expect(statuses.map(\.source) == ["/hotline/12369", "/hotline/wechat"])
      #expect(statuses.map(\.externalId) == ["JJ-2024-0001", "wx-1"] && statuses.allSatisfy { $0.status == .accepted })

      let attachments = try await desk.runner.run { work in
        try await desk.application.readAttachments(of: petition, by: caller, work: work)
      }
      #expect(attachments.map { $0["uri"]?.string } == ["https://files.example.org/1.jpg"])
      #expect(attachments.first?["channel"]?.string == "WECHAT_PUBLIC" && attachments.first?["content"] == nil)
    }
  }

  @Test func `material for a petition that there is not is never lost`() async throws {
    try await Desk.with(at: now) { desk in
      for (id, number) in [("x", "2024-360482-7K3F-9QX2-M4TC"), ("y", "就是那个")] {
        var complaint = Fixtures.complaint(id)
        complaint.addsTo = number
        try await desk.take([Fixtures.record(complaint, id: id, offset: id == "x" ? 0 : 1)])
      }
      let receipts = try await told(ReceiptIssued.self, .complaintReceipts, desk)
      #expect(receipts.map(\.status) == [.registered, .registered])
      #expect(receipts.allSatisfy { $0.notices == [.petitionUnknown] })
    }
  }

  @Test func `staff add material once, however often it is sent`() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      let petition = try #require(try await desk.petition("JJ-2024-0001"))
      let material = AddMaterial.Material(channel: .email, content: "补拍的照片")
      var statuses: [ReceiptStatus] = []
      for _ in 0..<2 {
        statuses.append(
          try await desk.runner.run { work in
            try await desk.application.addMaterial(
              material, to: petition, source: "/staff/wang", caller: caller, work: work
            ).status
          })
      }
      #expect(statuses == [.supplement, .duplicate])
      #expect(try await desk.petition("JJ-2024-0001")?.file.matter?.following.isEmpty == false)
    }
  }

  @Test func `hotlines are told of each change that their screens show, staff's own complaints are not`() async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.record(Fixtures.complaint()),
        Fixtures.record(Fixtures.complaint("S"), id: "s", source: "/staff/wang", offset: 1),
      ])
      #expect(try await desk.told(.complaintStatuses).isEmpty, "the receipt says it")
      for id in [
        EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-2024-0001"),
        EventIdentity.petition(source: "/staff/wang", externalId: "S"),
      ] {
        _ = try await desk.runner.run { work in
          try await desk.application.takeStep(
            Refuse(reason: .litigation), on: id, by: caller, work: work, authorise: { _ in })
        }
      }
      let statuses = try await told(ComplaintStatusChanged.self, .complaintStatuses, desk)
      #expect(statuses.map(\.externalId) == ["JJ-2024-0001"])
      #expect(statuses.first?.status == .refused && statuses.first?.reason == .litigation)
      #expect(statuses.first?.change == "ecoredress.petition.refused.v1")
      #expect(try await desk.told(.complaintStatuses).first?.key == "/hotline/12369 JJ-2024-0001")
    }
  }
}
