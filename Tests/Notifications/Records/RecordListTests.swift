import Contracts
import FoundationEssentials
import Postgres
import Testing

@testable import Notifications

@Suite("Lists of messages and deliveries")
struct RecordListTests {
  private func walk(_ filter: MessageFilter, _ office: Office) async throws -> [MessageRecord] {
    var (found, filter) = ([MessageRecord](), filter)
    for _ in 0..<500 {
      let page = try await office.pool.withConnection { [filter] in try await ListMessages()(filter, on: $0) }
      found += page.messages
      guard let next = page.next else { return found }
      filter.after = next
    }
    Issue.record("the list has no end")
    return found
  }

  private func walk(_ filter: DeliveryFilter, _ office: Office) async throws -> [DeliveryRecord] {
    var (found, filter) = ([DeliveryRecord](), filter)
    for _ in 0..<500 {
      let page = try await office.pool.withConnection { [filter] in try await ListDeliveries()(filter, on: $0) }
      found += page.deliveries
      guard let next = page.next else { return found }
      filter.after = next
    }
    Issue.record("the list has no end")
    return found
  }

  @Test func `pages together are the whole list, each line once, the latest first, whatever the filter`() async throws {
    try await Office.with { office in
      try await RecordFixtures.messages(3_000, office)
      let petition = try #require(
        try await office.pool.query(
          "select petition_id from message where petition_id is not null limit 1", as: UUID.self
        )
        .first)
      let filters: [(SQL, (inout MessageFilter) -> Void)] = [
        ("true", { _ in }), ("region = '360481'", { $0.regions = ["360481"] }),
        ("status = 'failed'", { $0.statuses = [.failed] }), ("status = 'by-hand'", { $0.statuses = [.byHand] }),
        ("status in ('pending', 'failed')", { $0.statuses = [.pending, .failed] }),
        ("audience = 'enterprise' and channel = 'sms'", { ($0.audiences, $0.channels) = ([.enterprise], [.sms]) }),
        ("subject = 'uscc:77'", { $0.subject = "uscc:77" }), ("addressee = 'uscc:9'", { $0.addressee = "uscc:9" }),
        ("petition_id = \(petition)", { $0.petitionId = petition }),
        ("document_number = '文101'", { $0.documentNumber = "文101" }),
        ("template = 'template-3'", { $0.template = "template-3" }),
        ("urgency = 'ordinary'", { $0.urgencies = [.ordinary] }),
        ("wants_acknowledgement and acknowledged_at is null", { $0.isAcknowledged = false }),
        ("wants_acknowledgement and acknowledged_at is not null", { $0.isAcknowledged = true }),
        (
          "made_at >= \(RecordFixtures.start.addingTimeInterval(100)) and made_at < \(RecordFixtures.start.addingTimeInterval(300))",
          {
            ($0.from, $0.before) = (
              RecordFixtures.start.addingTimeInterval(100), RecordFixtures.start.addingTimeInterval(300)
            )
          }
        ),
      ]
      for (condition, change) in filters {
        var filter = MessageFilter(regions: ["360000"])
        filter.limit = 37
        change(&filter)
        let wanted = try await office.pool.query(
          "select id from message where region like '36%' and \(condition) order by ordinal desc", as: UUID.self)
        #expect(try await walk(filter, office).map(\.id) == wanted)
      }
      #expect(try await walk(MessageFilter(regions: []), office).isEmpty)
    }
  }

  @Test func `deliveries are listed by endpoint, subject or time`() async throws {
    try await Office.with { office in
      let endpoints = [
        try await office.subscribe("http://127.0.0.1:9/a").id, try await office.subscribe("http://127.0.0.1:9/b").id,
      ]
      try await RecordFixtures.deliveries(1_000, to: endpoints, office)
      let filters: [(SQL, (inout DeliveryFilter) -> Void)] = [
        ("true", { _ in }), ("d.endpoint_id = \(endpoints[1])", { $0.endpoint = endpoints[1] }),
        ("d.subject = 'subject-7'", { $0.subject = "subject-7" }),
        ("d.status = 'exhausted'", { $0.status = .exhausted }),
        ("a.type = 'ecoredress.petition.accepted.v1'", { $0.type = "ecoredress.petition.accepted.v1" }),
        (
          "d.made_at >= \(RecordFixtures.start.addingTimeInterval(100)) and d.made_at < \(RecordFixtures.start.addingTimeInterval(300))",
          {
            ($0.from, $0.before) = (
              RecordFixtures.start.addingTimeInterval(100), RecordFixtures.start.addingTimeInterval(300)
            )
          }
        ),
      ]
      for (condition, change) in filters {
        var filter = DeliveryFilter()
        filter.limit = 37
        change(&filter)
        let wanted = try await office.pool.query(
          """
          select d.id from delivery d join announced_event a on a.id = d.event_id where \(condition)
          order by d.made_at desc, d.ordinal desc
          """, as: UUID.self)
        let found = try await walk(filter, office)
        #expect(found.map(\.id) == wanted && found.allSatisfy { $0.agency == "water-bureau" })
      }
    }
  }

  @Test func `every list goes through its own index and reads what it shows and little more`() async throws {
    try await Office.with { office in
      try await RecordFixtures.messages(100_000, office)
      let endpoints = try await withEndpoints(20, office)
      try await RecordFixtures.deliveries(100_000, to: endpoints, office)
      let owner = try await PostgresConnection.connect(office.administrator, logger: office.logger)
      try await owner.script(
        "analyze notifications.message; analyze notifications.delivery; analyze notifications.announced_event",
        timeout: .seconds(120))
      await owner.close()
      let messages: [(String, (inout MessageFilter) -> Void)] = [
        ("message_ordinal", { _ in }), ("message_ordinal", { $0.after = 50_000 }),
        ("message_region", { $0.regions = ["360481"] }), ("message_failed", { $0.statuses = [.failed] }),
        ("message_by_hand", { $0.statuses = [.byHand] }), ("message_subject_ordinal", { $0.subject = "uscc:77" }),
        ("message_addressee", { $0.addressee = "uscc:77" }), ("message_petition", { $0.petitionId = UUID() }),
        ("message_document", { $0.documentNumber = "文101" }),
        // Nothing fits, and still no more is looked at than one page's reach.
        ("message_ordinal", { $0.template = "none" }),
      ]
      for (index, change) in messages {
        var filter = MessageFilter(regions: ["360000"])
        change(&filter)
        try await goes(MessageListing(filter: filter).page(limit: 50), through: index, office)
      }
      let deliveries: [(String, (inout DeliveryFilter) -> Void)] = [
        ("delivery_made", { _ in }), ("delivery_endpoint", { $0.endpoint = endpoints[3] }),
        ("delivery_subject", { $0.subject = "subject-7" }),
        (
          "delivery_made",
          { $0.after = DeliveryMark(madeAt: RecordFixtures.start.addingTimeInterval(50_000), ordinal: 50_000) }
        ),
      ]
      for (index, change) in deliveries {
        var filter = DeliveryFilter()
        change(&filter)
        try await goes(DeliveryListing(filter: filter).page(limit: 50), through: index, office)
      }
    }
  }

  private func withEndpoints(_ count: Int, _ office: Office) async throws -> [UUID] {
    var endpoints: [UUID] = []
    for number in 0..<count { endpoints.append(try await office.subscribe("http://127.0.0.1:9/\(number)").id) }
    return endpoints
  }

  private func goes(_ statement: SQL, through index: String, _ office: Office) async throws {
    let plan = try await office.pool.query("explain \(statement)", as: String.self).joined(separator: "\n")
    #expect(plan.contains(" \(index) "), "\(index):\n\(plan)")
    #expect(!plan.contains("Seq Scan on message ") && !plan.contains("Seq Scan on delivery "), "\(index):\n\(plan)")
  }
}
